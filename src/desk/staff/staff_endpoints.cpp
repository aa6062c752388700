#include "desk/staff/staff_endpoints.h"

#include <string>
#include <utility>
#include <vector>

#include "policycalc/http/problem.h"
#include "policycalc/vault/password.h"
#include "policycalc/web/refusals.h"

#include "desk/calls.h"
#include "desk/desk_refusals.h"
#include "desk/door/fresh_password.h"
#include "desk/door/signed_in.h"
#include "desk/staff/staff_body.h"
#include "desk/staff/staff_writer.h"

namespace policycalc::desk {
namespace {

using http::Request;
using http::Response;
using store::StaffMember;
using store::StaffMembers;

Response noAccount(const Request& request) {
  return refusal(request, DeskFailure::kNoAccount);
}

Response changedElsewhere(const Request& request) {
  return refusal(request, DeskFailure::kMemberChanged);
}

/// 409 that keeps administrators from locking themselves out by mistake.
Response ownAccount(const Request& request) {
  return refusal(request, DeskFailure::kOwnAccount);
}

/// 409 that asks where the open matters go.
Response holdsMatters(const Request& request, std::size_t number) {
  const std::string open = std::to_string(number);
  return refusal(request, DeskFailure::kHoldsMatters,
                 {.value = open, .more = "\"matters\":" + open});
}

/// The endpoints. Safe from any thread.
class Staff {
 public:
  Staff(const Services& services, std::shared_ptr<Passwords> passwords)
      : services_(services), passwords_(std::move(passwords)) {}

  Response list(const Request&, const SignedIn&) {
    return Response::json(writeStaffList(store().list()));
  }

  Response add(const Request& request, const SignedIn& who) {
    if (auto stale = refuseStale(request, who, services_.now())) return *std::move(stale);
    auto read = readNewMember(request.body, *services_.catalogues.current());
    if (!read.ok()) return web::invalid(request, read.takeError());
    StaffMember member = *std::move(read);
    const std::string password = vault::oneTimePassword();
    auto hash = passwords_->hash(password);
    if (!hash) return allPlacesTaken(request);
    member.password_hash = *std::move(hash);
    member.must_change = true;
    member.created_at = services_.now();
    const auto id = store().addIfFree(member, actorOf(request, who, services_.now()));
    if (!id) return refusal(request, DeskFailure::kLoginTaken);
    member.id = *id;
    return Response::json(writeStaffMember(member, password), 201);
  }

  Response change(const Request& request, const SignedIn& who) {
    const auto known = find(request);
    if (!known) return noAccount(request);
    if (known->id != who.member.id) {
      if (auto stale = refuseStale(request, who, services_.now())) return *std::move(stale);
    }
    auto read = readChangedMember(request.body, *known, *services_.catalogues.current());
    if (!read.ok()) return web::invalid(request, read.takeError());
    StaffMember next = std::move(read->member);
    // Checks against the account that was read: a member who is being demoted could race the
    // change.
    if (next.revision != known->revision) return changedElsewhere(request);
    if (next.id == who.member.id && (!next.active || next.role != known->role)) {
      return ownAccount(request);
    }
    if (!canTake(read->hand_on, next)) return refusal(request, DeskFailure::kCannotTakeMatters);
    const StaffMembers::Updated done =
        store().update(next, next.revision, read->hand_on, actorOf(request, who, services_.now()));
    switch (done.change) {
      case StaffMembers::Change::kDone:
        ++next.revision;
        return Response::json(writeChangedMember(next, done.matters));
      case StaffMembers::Change::kHoldsMatters:
        return holdsMatters(request, done.matters.left);
      case StaffMembers::Change::kOtherRevision:
        return changedElsewhere(request);
      case StaffMembers::Change::kLastAdministrator:
        return refusal(request, DeskFailure::kLastAdministrator);
      case StaffMembers::Change::kNone:
        break;
    }
    return noAccount(request);
  }

  Response resetPassword(const Request& request, const SignedIn& who) {
    auto member = find(request);
    if (!member) return noAccount(request);
    if (member->id == who.member.id) return ownAccount(request);
    if (auto stale = refuseStale(request, who, services_.now())) return *std::move(stale);
    const std::string password = vault::oneTimePassword();
    const auto hash = passwords_->hash(password);
    if (!hash) return allPlacesTaken(request);
    if (!store().setPassword(member->id, *hash, true, actorOf(request, who, services_.now()))) {
      return noAccount(request);
    }
    member->must_change = true;
    return Response::json(writeStaffMember(*member, password));
  }

 private:
  StaffMembers& store() const { return services_.store.staff(); }

  /// Whether the member who is to take the matters is another one who may log in.
  bool canTake(const store::HandOn& hand_on, const StaffMember& leaving) const {
    if (hand_on.to == 0) return true;
    const auto taker = store().find(hand_on.to);
    return taker && taker->active && taker->id != leaving.id;
  }

  std::optional<StaffMember> find(const Request& request) const {
    const auto id = web::readId(request.parameters.at("id"));
    return id ? store().find(*id) : std::nullopt;
  }

  const Services& services_;
  std::shared_ptr<Passwords> passwords_;
};

constexpr web::Refusal kNoAccount =
    web::refused::kNotFound.with("`no_account`: there is no such account.");
constexpr web::Refusal kBusy =
    web::refused::kUnavailable.with("`busy`: too many passwords are being checked now.");

template <typename Call>
void addListRoutes(web::Routes& routes, DeskDoor& door, const Call& call) {
  door.add(routes,
           {.method = "GET",
            .path = "/api/v1/hall/staff",
            .id = "list_staff",
            .tag = "staff",
            .summary = "All accounts",
            .answers = {{200, "Ordered by log-in.", "StaffList"}}},
           Permission::kManageStaff, call(&Staff::list));
  door.add(
      routes,
      {.method = "POST",
       .path = "/api/v1/hall/staff",
       .id = "add_staff",
       .tag = "staff",
       .summary = "Add an account",
       .body = "NewStaff",
       .answers = {{201, "Added. The password appears in this answer only.", "StaffWithPassword"}},
       .refusals = {web::refused::kConflict.with("`login_taken`: the log-in is taken."), kBusy}},
      Permission::kManageStaff, call(&Staff::add));
}

/// What is done to one account.
template <typename Call>
void addRoutesOfOne(web::Routes& routes, DeskDoor& door, const Call& call) {
  door.add(routes,
           {.method = "PUT",
            .path = "/api/v1/hall/staff/{id}",
            .id = "change_staff",
            .tag = "staff",
            .summary = "Change an account",
            .description = "A disabled account is logged out at once. Open matters that it can no "
                           "longer act on are handed on in the same act.",
            .parameters = {"Id"},
            .body = "ChangedStaff",
            .answers = {{200, "Changed.", "StaffAnswer"}},
            .refusals = {kNoAccount, web::Refusal{http::Failure::kConflict, "StaffConflict"}}},
           Permission::kManageStaff, call(&Staff::change));
  door.add(routes,
           {.method = "POST",
            .path = "/api/v1/hall/staff/{id}/password",
            .id = "reset_password",
            .tag = "staff",
            .summary = "Give an account a new first password",
            .parameters = {"Id"},
            .answers = {{200,
                         "The password appears in this answer only. All sessions of the account "
                         "have ended.",
                         "StaffWithPassword"}},
            .refusals = {kNoAccount,
                         web::refused::kConflict.with("`own_account`: it is one's own account."),
                         kBusy}},
           Permission::kManageStaff, call(&Staff::resetPassword));
}

}  // namespace

void addStaffRoutes(web::Routes& routes, const Services& services,
                    const std::shared_ptr<DeskDoor>& door,
                    const std::shared_ptr<Passwords>& passwords) {
  const auto staff = std::make_shared<Staff>(services, passwords);
  const auto call = callsOf(staff);
  addListRoutes(routes, *door, call);
  addRoutesOfOne(routes, *door, call);
}

}  // namespace policycalc::desk

#include "desk/people/people.h"

#include <algorithm>
#include <map>
#include <optional>
#include <vector>

#include "policycalc/desk/rules/handling.h"
#include "policycalc/json/writer.h"
#include "policycalc/web/refusals.h"

#include "desk/calls.h"
#include "desk/desk_refusals.h"
#include "desk/door/signed_in.h"
#include "desk/people/absence_body.h"
#include "desk/staff/staff_ref.h"
#include "desk/staff/staff_writer.h"

namespace policycalc::desk {
namespace {

using http::Request;
using http::Response;
using store::Absence;
using store::StaffMember;

/// Whether the caller sees to the member's place. Some roles have no matters to hand on.
bool seesTo(const SignedIn& who, const StaffMember& member) {
  return may(member.role, Permission::kReadMatter) &&
         namesHandlersOf(seatOf(who), member.county, member.unit);
}

void writeAbsence(json::Writer& writer, const Absence* absence, StaffRefs& staff) {
  if (absence == nullptr) {
    writer.null();
    return;
  }
  writer.beginObject();
  writer.key("from").string(absence->from.toString());
  writer.key("to").string(absence->to.toString());
  staff.write(writer.key("substitute"), absence->substitute_id);
  writer.endObject();
}

/// The endpoints. Safe from any thread.
class People {
 public:
  explicit People(const Services& services) : services_(services) {}

  Response list(const Request&, const SignedIn& who) {
    const std::vector<StaffMember> members = services_.store.staff().list();
    const std::vector<Absence> absences = services_.store.absences().list(services_.today());
    const auto open = services_.store.overview().openByPerson(services_.now());
    StaffRefs staff(services_.store.staff());
    staff.learn(members);
    json::Writer writer;
    writer.beginObject();
    writer.key("today").string(services_.today().toString());
    writer.key("people").beginArray();
    for (const StaffMember& member : members) {
      if (!seesTo(who, member)) continue;
      const auto number = open.find(member.id);
      writePerson(writer, member, number == open.end() ? 0 : number->second);
      writeAbsence(writer.key("absence"), absenceOf(member.id, absences), staff);
      writeSubstitutes(writer, member, members);
      writer.endObject();
    }
    writer.endArray();
    writer.endObject();
    return Response::json(writer.take());
  }

  Response setAbsence(const Request& request, const SignedIn& who) {
    const auto absent = find(request, who);
    if (!absent) return refusal(request, DeskFailure::kNoAccount);
    const auto body = readAbsence(request.body, services_.today());
    if (!body.ok()) return web::invalid(request, body.error());
    const auto substitute = services_.store.staff().find(body->substitute_id);
    if (!substitute || !canStandInFor(seatOf(*substitute), seatOf(*absent))) {
      return refusal(request, DeskFailure::kCannotStandIn);
    }
    if (body->matters_to != 0) {
      const auto taker = services_.store.staff().find(body->matters_to);
      if (!taker || !taker->active || taker->id == absent->id) {
        return refusal(request, DeskFailure::kCannotTakeMatters);
      }
    }
    const Absence absence{.staff_id = absent->id,
                          .substitute_id = substitute->id,
                          .from = body->from,
                          .to = body->to};
    const auto handed_on = services_.store.absences().set(absence, body->matters_to,
                                                          actorOf(request, who, services_.now()));
    if (!handed_on) return refusal(request, DeskFailure::kSubstituteAway);
    return answer(&absence, *handed_on);
  }

  Response endAbsence(const Request& request, const SignedIn& who) {
    const auto absent = find(request, who);
    if (!absent) return refusal(request, DeskFailure::kNoAccount);
    services_.store.absences().remove(absent->id, actorOf(request, who, services_.now()));
    return answer(nullptr, {});
  }

 private:
  static const Absence* absenceOf(std::int64_t id, const std::vector<Absence>& absences) {
    const auto found = std::find_if(absences.begin(), absences.end(),
                                    [id](const Absence& each) { return each.staff_id == id; });
    return found == absences.end() ? nullptr : &*found;
  }

  static void writePerson(json::Writer& writer, const StaffMember& member, std::size_t open) {
    writer.beginObject();
    writer.key("id").integer(member.id);
    writer.key("name").string(member.name);
    writer.key("role").string(nameOf(member.role));
    writer.key("county").stringOrNull(member.county);
    writer.key("unit").stringOrNull(member.unit);
    writer.key("active").boolean(member.active);
    writer.key("open").integer(static_cast<std::int64_t>(open));
  }

  static void writeSubstitutes(json::Writer& writer, const StaffMember& absent,
                               const std::vector<StaffMember>& members) {
    writer.key("substitutes").beginArray();
    for (const StaffMember& member : members) {
      if (canStandInFor(seatOf(member), seatOf(absent))) writer.integer(member.id);
    }
    writer.endArray();
  }

  std::optional<StaffMember> find(const Request& request, const SignedIn& who) const {
    const auto id = web::readId(request.parameters.at("id"));
    auto member = id ? services_.store.staff().find(*id) : std::nullopt;
    if (!member || !seesTo(who, *member)) return std::nullopt;
    return member;
  }

  Response answer(const Absence* absence, const store::HandedOn& handed_on) const {
    StaffRefs staff(services_.store.staff());
    json::Writer writer;
    writer.beginObject();
    writeAbsence(writer.key("absence"), absence, staff);
    writeHandedOn(writer.key("matters"), handed_on);
    writer.endObject();
    return Response::json(writer.take());
  }

  const Services& services_;
};

constexpr web::Refusal kNoAccount = web::refused::kNotFound.with(
    "`no_account`: there is no such account, or the caller does not see to its place.");

}  // namespace

void addPeopleRoutes(web::Routes& routes, const Services& services,
                     const std::shared_ptr<DeskDoor>& door) {
  const auto people = std::make_shared<People>(services);
  const auto call = callsOf(people);
  const Permission permission = Permission::kManageHandlers;
  door->add(routes,
            {.method = "GET",
             .path = "/api/v1/hall/people",
             .id = "list_people",
             .tag = "people",
             .summary = "Who works where, and who is absent",
             .answers = {{200, "Accounts of the places that the caller sees to.", "PeopleList"}}},
            permission, call(&People::list));
  door->add(routes,
            {.method = "PUT",
             .path = "/api/v1/hall/people/{id}/absence",
             .id = "set_absence",
             .tag = "people",
             .summary = "Say that someone is away",
             .description = "On these days the substitute acts on the matters of the absent one, "
                            "who keeps them. It takes the place of an earlier absence.",
             .parameters = {"Id"},
             .body = "NewAbsence",
             .answers = {{200, "The absence, and what was handed on.", "AbsenceAnswer"}},
             .refusals = {kNoAccount}},
            permission, call(&People::setAbsence));
  door->add(routes,
            {.method = "DELETE",
             .path = "/api/v1/hall/people/{id}/absence",
             .id = "end_absence",
             .tag = "people",
             .summary = "Say that someone is back",
             .parameters = {"Id"},
             .answers = {{200, "There is no absence any more.", "AbsenceAnswer"}},
             .refusals = {kNoAccount}},
            permission, call(&People::endAbsence));
}

}  // namespace policycalc::desk

#include "desk/door/desk_door.h"

#include <utility>

#include "policycalc/http/client.h"
#include "policycalc/http/decorators.h"
#include "policycalc/vault/token.h"
#include "policycalc/web/query.h"
#include "policycalc/web/refusals.h"

#include "desk/desk_refusals.h"
#include "desk/door/session_cookie.h"

namespace policycalc::desk {
namespace {

using http::Request;
using http::Response;

/// The least time between two notes of a session's use, as each note is a write.
constexpr std::chrono::minutes kNoted{1};

bool isSafe(const std::string& method) {
  return method == "GET" || method == "HEAD";
}

Response signedOut(const Request& request) {
  return refusal(request, DeskFailure::kSignedOut);
}

}  // namespace

DeskDoor::DeskDoor(const Services& services, std::shared_ptr<FailureTrail> failures,
                   std::shared_ptr<SecondFactor> factor)
    : store_(services.store),
      now_(services.now),
      idle_(services.options.idle),
      absolute_(services.options.absolute),
      hosts_(services.options.allowed_hosts),
      failures_(std::move(failures)),
      factor_(std::move(factor)),
      counters_(services.door_counters) {}

void DeskDoor::add(web::Routes& routes, web::Operation operation, Permission permission,
                   Answer answer) {
  add(routes, std::move(operation), Demand{permission, false}, std::move(answer));
}

void DeskDoor::addHalfway(web::Routes& routes, web::Operation operation, Permission permission,
                          Answer answer) {
  add(routes, std::move(operation), Demand{permission, true}, std::move(answer));
}

void DeskDoor::add(web::Routes& routes, web::Operation operation, Demand demand, Answer answer) {
  operation.access = web::Access::kSession;
  operation.permission = nameOf(demand.permission);
  const bool has_body = !operation.body.empty();
  routes.addAsIs(
      std::move(operation), counted([self = shared_from_this(), demand, has_body,
                                     answer = std::move(answer)](const Request& request) {
        if (auto refused = self->refuseStranger(request)) return *std::move(refused);
        const auto who = self->whoIs(request);
        if (!who) return signedOut(request);
        if (auto refused = self->refuse(request, *who, demand)) return *std::move(refused);
        if (!has_body) return answer(request, *who);
        return http::requireJson([&](const Request& same) { return answer(same, *who); })(request);
      }));
}

void DeskDoor::addLogin(web::Routes& routes, web::Operation operation, http::Endpoint answer) {
  routes.addAsIs(std::move(operation),
                 counted([self = shared_from_this(),
                          answer = http::requireJson(std::move(answer))](const Request& request) {
                   if (auto refused = self->refuseStranger(request)) return *std::move(refused);
                   if (auto refused = self->refuseForeign(request)) return *std::move(refused);
                   return answer(request);
                 }));
}

http::Endpoint DeskDoor::counted(http::Endpoint endpoint) const {
  return [endpoint = std::move(endpoint), counters = counters_,
          failures = failures_](const Request& request) {
    failures->flush();
    Response response = endpoint(request);
    counters->countAnswer(response.status);
    return response;
  };
}

DeskDoor::Answer DeskDoor::withoutQuery(Answer answer) {
  return [answer = std::move(answer)](const Request& request, const SignedIn& who) {
    base::Issues issues = web::Query(request).issues();
    return issues.empty() ? answer(request, who) : web::invalid(request, std::move(issues));
  };
}

std::optional<Response> DeskDoor::refuseStranger(const Request& request) const {
  if (!hosts_.allows(request.header("Host"))) return refusal(request, DeskFailure::kUnknownHost);
  if (request.private_way) return std::nullopt;
  return refusal(request, DeskFailure::kOpenTransport);
}

std::optional<Response> DeskDoor::refuseForeign(const Request& request) const {
  const auto origin = request.headers.find(std::string_view("Origin"));
  if (origin == request.headers.end()) return std::nullopt;
  // The transport was found private already, so this header comes from a trusted proxy, if at all.
  const bool https_only = !request.header("X-Forwarded-Proto").empty();
  if (hosts_.allowsOrigin(origin->second, request.header("Host"), https_only)) return std::nullopt;
  return refusal(request, DeskFailure::kForeignOrigin);
}

std::optional<Response> DeskDoor::refuse(const Request& request, const SignedIn& who,
                                         Demand demand) const {
  if (!isSafe(request.method)) {
    if (auto refused = refuseForeign(request)) return refused;
    if (!vault::sameSecret(request.header("X-CSRF-Token"), who.session.csrf)) {
      return refusal(request, DeskFailure::kWrongCsrf);
    }
  }
  if (auto refused = refuseUnfinished(request, who, demand)) return refused;
  if (may(who.role, demand.permission)) return std::nullopt;
  failures_->note({.action = AuditAction::kDenied,
                   .staff_id = who.member.id,
                   .account = who.member.id,
                   .county = who.member.county,
                   .network = http::clientNetwork(request.client),
                   .reason = std::string(nameOf(demand.permission))});
  return refusal(request, DeskFailure::kNotPermitted);
}

std::optional<Response> DeskDoor::refuseUnfinished(const Request& request, const SignedIn& who,
                                                   Demand demand) const {
  const bool is_own = demand.permission == Permission::kOwnAccount;
  const FactorState factor =
      demand.is_halfway ? FactorState::kOff : factor_->stateOf(who.member, who.session);
  if (factor == FactorState::kShow) {
    return refusal(request, DeskFailure::kCodeRequired);
  }
  if (who.member.must_change && !is_own) {
    return refusal(request, DeskFailure::kPasswordChangeRequired);
  }
  if (factor == FactorState::kEnrol && !is_own) {
    return refusal(request, DeskFailure::kFactorRequired);
  }
  return std::nullopt;
}

std::optional<SignedIn> DeskDoor::whoIs(const Request& request) const {
  const auto token = tokenOf(request);
  if (!token) return std::nullopt;
  const std::string id = vault::tokenId(*token);
  auto session = store_.staffSessions().find(id);
  if (!session) return std::nullopt;
  if (!lasts(*session)) {
    store_.staffSessions().remove(id);
    return std::nullopt;
  }
  auto member = store_.staff().find(session->staff_id);
  if (!member || !member->active) return std::nullopt;
  const Role role = member->role;
  // touch() fails if the session has just ended.
  if (now_() - session->last_seen_at >= kNoted && !store_.staffSessions().touch(id, now_())) {
    return std::nullopt;
  }
  auto absent = store_.absences().standsInFor(member->id, base::dayInChina(now_()));
  return SignedIn{*std::move(member), role, *std::move(session), std::move(absent)};
}

bool DeskDoor::lasts(const store::StaffSession& session) const {
  const auto now = now_();
  return now < session.last_seen_at + idle_ && now < session.created_at + absolute_;
}

}  // namespace policycalc::desk

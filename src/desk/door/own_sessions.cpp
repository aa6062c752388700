#include "desk/door/own_sessions.h"

#include <string>
#include <vector>

#include "policycalc/json/writer.h"
#include "policycalc/web/query.h"
#include "policycalc/web/times.h"

#include "desk/calls.h"
#include "desk/desk_refusals.h"
#include "desk/door/signed_in.h"

namespace policycalc::desk {
namespace {

using http::Request;
using http::Response;
using store::ListedSession;

/// Never the token id or the csrf text.
std::string write(const std::vector<ListedSession>& sessions, const SignedIn& who) {
  json::Writer writer;
  writer.beginObject();
  writer.key("sessions").beginArray();
  for (const auto& [id, session] : sessions) {
    writer.beginObject();
    writer.key("id").integer(id);
    writer.key("began_at").string(web::utcText(session.created_at));
    writer.key("last_seen_at").string(web::utcText(session.last_seen_at));
    writer.key("network").stringOrNull(session.network);
    writer.key("current").boolean(session.token_id == who.session.token_id);
    writer.endObject();
  }
  writer.endArray();
  writer.endObject();
  return writer.take();
}

/// The endpoints. Safe from any thread.
class OwnSessions {
 public:
  OwnSessions(const Services& services, std::shared_ptr<DeskDoor> door)
      : services_(services), door_(std::move(door)) {}

  Response list(const Request&, const SignedIn& who) {
    std::vector<ListedSession> sessions = store().listOf(who.member.id);
    std::erase_if(sessions, [&](const ListedSession& one) { return !door_->lasts(one.session); });
    return Response::json(write(sessions, who));
  }

  Response end(const Request& request, const SignedIn& who) {
    const auto id = web::readId(request.parameters.at("id"));
    if (!id || !store().end(who.member.id, *id, actorOf(request, who, services_.now()))) {
      return refusal(request, DeskFailure::kNoSession);
    }
    return noContent();
  }

  Response endOthers(const Request& request, const SignedIn& who) {
    store().endOthers(who.session, actorOf(request, who, services_.now()));
    return noContent();
  }

 private:
  static Response noContent() {
    Response response;
    response.status = 204;
    return response;
  }

  store::StaffSessions& store() const { return services_.store.staffSessions(); }

  const Services& services_;
  std::shared_ptr<DeskDoor> door_;
};

}  // namespace

void addOwnSessionRoutes(web::Routes& routes, const Services& services,
                         const std::shared_ptr<DeskDoor>& door) {
  const auto sessions = std::make_shared<OwnSessions>(services, door);
  const auto call = callsOf(sessions);
  const Permission own = Permission::kOwnAccount;
  door->add(routes,
            {.method = "GET",
             .path = "/api/v1/hall/sessions",
             .id = "list_own_sessions",
             .tag = "account",
             .summary = "Where one's own account is logged in",
             .answers = {{200, "The one that was used last comes first.", "OwnSessions"}}},
            own, call(&OwnSessions::list));
  door->add(routes,
            {.method = "DELETE",
             .path = "/api/v1/hall/sessions/{id}",
             .id = "end_own_session",
             .tag = "account",
             .summary = "End one of one's own sessions",
             .parameters = {"Id"},
             .answers = {{204, "It has ended."}},
             .refusals = {web::refused::kNotFound.with(
                 "`no_session`: this account has no such session.")}},
            own, call(&OwnSessions::end));
  door->add(routes,
            {.method = "DELETE",
             .path = "/api/v1/hall/other-sessions",
             .id = "end_other_sessions",
             .tag = "account",
             .summary = "End one's own sessions except this one",
             .answers = {{204, "They have ended."}}},
            own, call(&OwnSessions::endOthers));
}

}  // namespace policycalc::desk

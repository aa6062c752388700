#include "desk/door/fresh_password.h"

#include <utility>

#include "policycalc/web/body_fields.h"
#include "policycalc/web/refusals.h"

#include "desk/desk_refusals.h"

namespace policycalc::desk {
namespace {

using http::Request;
using http::Response;

Response show(const Request& request, const SignedIn& who, const Services& services,
              Passwords& passwords) {
  const auto document = web::readBody(request.body);
  if (!document.ok()) return web::invalid(request, document.error());
  web::BodyFields fields(*document);
  const json::Value* password = fields.text("password");
  base::Issues issues = fields.issues();
  if (!issues.empty()) return web::invalid(request, std::move(issues));
  if (auto refused = passwords.refuseWrong(request, who.member, password->text,
                                           DeskFailure::kWrongPasswordAgain)) {
    return *std::move(refused);
  }
  // If the session has just ended, the next request says so.
  services.store.staffSessions().notePassword(who.session.token_id, services.now());
  Response response;
  response.status = 204;
  return response;
}

}  // namespace

std::optional<Response> refuseStale(const Request& request, const SignedIn& who,
                                    std::chrono::sys_seconds now) {
  const auto shown_at = who.session.password_at;
  // A time in the future proves nothing: the clock was set back.
  if (shown_at <= now && now < shown_at + kFreshPassword) return std::nullopt;
  return refusal(request, DeskFailure::kPasswordNotFresh);
}

void addFreshPasswordRoute(web::Routes& routes, const Services& services,
                           const std::shared_ptr<DeskDoor>& door,
                           const std::shared_ptr<Passwords>& passwords) {
  door->add(
      routes,
      {.method = "POST",
       .path = "/api/v1/hall/session/password",
       .id = "show_password",
       .tag = "account",
       .summary = "Show one's own password again",
       .description = "Adding and changing the accounts of others is refused with 403 "
                      "`fresh_password_required` unless the password was shown in this "
                      "session within 5 minutes. A log-in shows it, too.",
       .body = "PasswordAgain",
       .answers = {{204, "It is right, and counts as shown now."}},
       .refusals = {web::refused::kTooMany.with("`wait`: too many wrong passwords for this "
                                                "account or from this client."),
                    web::refused::kUnavailable.with(
                        "`busy`: too many passwords are being checked now.")}},
      Permission::kOwnAccount,
      DeskDoor::withoutQuery([&services, passwords](const Request& request, const SignedIn& who) {
        return show(request, who, services, *passwords);
      }));
}

}  // namespace policycalc::desk

#include "desk/door/accounts.h"

#include <string>
#include <utility>

#include "policycalc/http/client.h"
#include "policycalc/json/writer.h"
#include "policycalc/vault/token.h"
#include "policycalc/web/body_fields.h"
#include "policycalc/web/query.h"
#include "policycalc/web/refusals.h"

#include "desk/calls.h"
#include "desk/desk_refusals.h"
#include "desk/door/session_cookie.h"
#include "desk/staff/staff_writer.h"

namespace policycalc::desk {
namespace {

using http::Request;
using http::Response;

/// The two texts of a body with exactly these members, or the issues.
base::Result<std::pair<std::string, std::string>, base::Issues> twoTexts(const Request& request,
                                                                         const char* first,
                                                                         const char* second) {
  const auto document = web::readBody(request.body);
  if (!document.ok()) return document.error();
  web::BodyFields fields(*document);
  const json::Value* one = fields.text(first);
  const json::Value* other = fields.text(second);
  base::Issues issues = fields.issues();
  if (!issues.empty()) return issues;
  return std::pair(one->text, other->text);
}

Response noContent(bool without_cookie) {
  Response response;
  response.status = 204;
  if (without_cookie) response.headers.insert_or_assign("Set-Cookie", cookieGone());
  return response;
}

/// The endpoints. Safe from any thread.
class Accounts {
 public:
  Accounts(const Services& services, LoginSteps steps)
      : services_(services),
        passwords_(std::move(steps.passwords)),
        factor_(std::move(steps.factor)) {}

  Response logIn(const Request& request) {
    base::Issues issues = web::Query(request).issues();
    if (!issues.empty()) return web::invalid(request, std::move(issues));
    auto body = twoTexts(request, "login", "password");
    if (!body.ok()) return web::invalid(request, body.takeError());
    auto known = passwords_->logIn(request, body->first, body->second);
    if (auto* refused = std::get_if<Response>(&known)) return std::move(*refused);
    // Ends the browser's former session, which an attacker could have prepared.
    if (const auto old = tokenOf(request)) sessions().remove(vault::tokenId(*old));
    clearAway();
    const auto& member = std::get<store::StaffMember>(known);
    const vault::Token token = vault::Token::random();
    const store::StaffSession session = sessionOf(request, member, token);
    if (!sessions().logIn(session, member.password_hash, actor(request, member))) {
      return refusal(request, DeskFailure::kAccountChanged);
    }
    return signedIn(member, session, token);
  }

  Response show(const Request&, const SignedIn& who) {
    return Response::json(writeOf(who.member, who.session));
  }

  Response logOut(const Request& request, const SignedIn& who) {
    sessions().logOut(who.session.token_id, actor(request, who.member));
    return noContent(true);
  }

  Response logOutEverywhere(const Request& request, const SignedIn& who) {
    sessions().logOutEverywhere(who.member.id, actor(request, who.member));
    return noContent(true);
  }

  Response changePassword(const Request& request, const SignedIn& who) {
    auto body = twoTexts(request, "old", "new");
    if (!body.ok()) return web::invalid(request, body.takeError());
    const auto& [old_password, next] = *body;
    if (old_password == next) {
      return refusal(request, DeskFailure::kSamePassword);
    }
    if (auto issue = passwordIssue(next, who.member, "/new")) {
      return web::invalid(request, {*std::move(issue)});
    }
    auto changed = passwords_->change(request, who.member, old_password, next);
    if (auto* refused = std::get_if<Response>(&changed)) return std::move(*refused);
    // The change ends all sessions, including this one: the old password may have been known.
    const vault::Token token = vault::Token::random();
    store::StaffMember member = who.member;
    store::StaffSession session = sessionOf(request, member, token);
    session.factor_at = who.session.factor_at;
    if (!services_.store.staff().changePassword(session, member.password_hash,
                                                std::get<std::string>(changed),
                                                actor(request, member))) {
      return refusal(request, DeskFailure::kPasswordChanged);
    }
    member.must_change = false;
    return signedIn(member, session, token);
  }

 private:
  store::StaffSessions& sessions() const { return services_.store.staffSessions(); }

  store::Actor actor(const Request& request, const store::StaffMember& member) const {
    return {.staff_id = member.id, .address = request.client, .at = services_.now()};
  }

  void clearAway() {
    const auto now = services_.now();
    sessions().removeIdle(now - services_.options.idle);
    sessions().removeOld(now - services_.options.absolute);
  }

  store::StaffSession sessionOf(const Request& request, const store::StaffMember& member,
                                const vault::Token& token) const {
    store::StaffSession session;
    session.token_id = vault::tokenId(token);
    session.staff_id = member.id;
    session.csrf = vault::Token::random().text();
    session.created_at = session.last_seen_at = session.password_at = services_.now();
    session.network = http::clientNetwork(request.client);
    return session;
  }

  std::string writeOf(const store::StaffMember& member, const store::StaffSession& session) const {
    return writeSignedIn(member, session.csrf, services_.options.idle,
                         nameOf(factor_->stateOf(member, session)));
  }

  Response signedIn(const store::StaffMember& member, const store::StaffSession& session,
                    const vault::Token& token) const {
    Response response = Response::json(writeOf(member, session));
    response.headers.insert_or_assign("Set-Cookie", cookieWith(token));
    return response;
  }

  const Services& services_;
  std::shared_ptr<Passwords> passwords_;
  std::shared_ptr<SecondFactor> factor_;
};

constexpr web::Refusal kChangedElsewhere =
    web::refused::kConflict.with("`changed_elsewhere`: the account has just been changed.");
constexpr web::Refusal kWait = web::refused::kTooMany.with(
    "`wait`: too many wrong passwords for this account or from this client.");
constexpr web::Refusal kBusy =
    web::refused::kUnavailable.with("`busy`: too many passwords are being checked now.");

void addLoginRoute(web::Routes& routes, DeskDoor& door, const std::shared_ptr<Accounts>& accounts) {
  door.addLogin(
      routes,
      {.method = "POST",
       .path = "/api/v1/hall/session",
       .id = "log_in",
       .tag = "account",
       .summary = "Log in",
       .description =
           "Works on the machine itself, or over HTTPS through a trusted proxy. A wrong log-in and "
           "a wrong password get the same answer after the same work.",
       .body = "LogIn",
       .answers = {{200, "Logged in.", "SignedIn", web::kJson, {"Set-Cookie"}}},
       .refusals = {web::refused::kSignedOut.with(
                        "`wrong_login`: log-in or password is wrong, or the account is disabled."),
                    web::refused::kForbidden, web::refused::kUnknownHost, kChangedElsewhere, kWait,
                    kBusy}},
      web::withoutQuery([accounts](const Request& request) { return accounts->logIn(request); }));
}

template <typename Call>
void addSessionRoutes(web::Routes& routes, DeskDoor& door, const Call& call) {
  const Permission own = Permission::kOwnAccount;
  door.addHalfway(routes,
                  {.method = "GET",
                   .path = "/api/v1/hall/session",
                   .id = "show_session",
                   .tag = "account",
                   .summary = "Who is logged in",
                   .answers = {{200, "Who it is, and what they may do.", "SignedIn"}}},
                  own, call(&Accounts::show));
  door.addHalfway(routes,
                  {.method = "DELETE",
                   .path = "/api/v1/hall/session",
                   .id = "log_out",
                   .tag = "account",
                   .summary = "Log out",
                   .answers = {{204, "The session has ended."}}},
                  own, call(&Accounts::logOut));
  door.add(routes,
           {.method = "DELETE",
            .path = "/api/v1/hall/sessions",
            .id = "log_out_everywhere",
            .tag = "account",
            .summary = "Log out everywhere",
            .answers = {{204, "All sessions of this account have ended."}}},
           own, call(&Accounts::logOutEverywhere));
}

}  // namespace

void addAccountRoutes(web::Routes& routes, const Services& services,
                      const std::shared_ptr<DeskDoor>& door, const LoginSteps& steps) {
  const auto accounts = std::make_shared<Accounts>(services, steps);
  const auto call = callsOf(accounts);
  addLoginRoute(routes, *door, accounts);
  addSessionRoutes(routes, *door, call);
  door->add(
      routes,
      {.method = "PUT",
       .path = "/api/v1/hall/password",
       .id = "change_password",
       .tag = "account",
       .summary = "Change one's own password",
       .description =
           "An unfit new password is refused at `/new` with `too_short`, `too_long`, "
           "`not_text`, `is_login`, `guessable` or `same_password`; a wrong old one at `/old` "
           "with `wrong_password`.",
       .body = "NewPassword",
       .answers = {{200,
                    "Changed. All sessions have ended; this one is new.",
                    "SignedIn",
                    web::kJson,
                    {"Set-Cookie"}}},
       .refusals = {kChangedElsewhere, kWait, kBusy}},
      Permission::kOwnAccount, call(&Accounts::changePassword));
}

}  // namespace policycalc::desk

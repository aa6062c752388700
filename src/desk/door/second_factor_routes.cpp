#include "desk/door/second_factor_routes.h"

#include <string>
#include <utility>

#include "policycalc/json/writer.h"
#include "policycalc/web/body_fields.h"
#include "policycalc/web/match/rendering.h"
#include "policycalc/web/query.h"
#include "policycalc/web/refusals.h"

#include "desk/calls.h"
#include "desk/desk_refusals.h"
#include "desk/door/fresh_password.h"
#include "desk/door/signed_in.h"
#include "desk/staff/staff_writer.h"

namespace policycalc::desk {
namespace {

using http::Request;
using http::Response;

/// The one text of a body, or the issues.
base::Result<std::string, base::Issues> codeIn(const Request& request) {
  const auto document = web::readBody(request.body);
  if (!document.ok()) return document.error();
  web::BodyFields fields(*document);
  const json::Value* code = fields.text("code");
  base::Issues issues = fields.issues();
  if (!issues.empty()) return issues;
  return code->text;
}

/// The endpoints. Safe from any thread.
class Endpoints {
 public:
  Endpoints(const Services& services, std::shared_ptr<SecondFactor> factor)
      : services_(services), factor_(std::move(factor)) {}

  Response begin(const Request& request, const SignedIn& who) {
    if (auto refused = refuseToSetUp(request, who)) return *std::move(refused);
    const Enrolment enrolment = factor_->begin(who.member);
    json::Writer writer;
    writer.beginObject();
    writer.key("secret").string(enrolment.secret);
    writer.key("uri").string(enrolment.uri);
    writer.endObject();
    return Response::json(writer.take());
  }

  Response confirm(const Request& request, const SignedIn& who) {
    if (auto refused = refuseToSetUp(request, who)) return *std::move(refused);
    const auto code = codeIn(request);
    if (!code.ok()) return web::invalid(request, code.error());
    auto done = factor_->confirm(request, who.member, who.session, *code);
    if (auto* refused = std::get_if<Response>(&done)) return std::move(*refused);
    json::Writer writer;
    writer.beginObject();
    writer.key("recovery_codes");
    web::writeStrings(writer, std::get<std::vector<std::string>>(done));
    writer.endObject();
    return Response::json(writer.take());
  }

  Response show(const Request& request, const SignedIn& who) {
    const auto code = codeIn(request);
    if (!code.ok()) return web::invalid(request, code.error());
    if (auto refused = factor_->show(request, who.member, who.session, *code)) {
      return *std::move(refused);
    }
    return Response::json(writeSignedIn(who.member, who.session.csrf, services_.options.idle,
                                        nameOf(FactorState::kDone)));
  }

  Response left(const Request&, const SignedIn& who) {
    json::Writer writer;
    writer.beginObject();
    writer.key("state").string(nameOf(factor_->stateOf(who.member, who.session)));
    writer.key("recovery_codes_left")
        .integer(static_cast<std::int64_t>(factor_->recoveryCodesLeft(who.member.id)));
    writer.endObject();
    return Response::json(writer.take());
  }

  Response reset(const Request& request, const SignedIn& who) {
    const auto id = web::readId(request.parameters.at("id"));
    const auto member = id ? services_.store.staff().find(*id) : std::nullopt;
    if (!member) {
      return refusal(request, DeskFailure::kNoAccount);
    }
    if (member->id == who.member.id) {
      return refusal(request, DeskFailure::kOwnFactor);
    }
    if (auto stale = refuseStale(request, who, services_.now())) return *std::move(stale);
    if (!services_.store.secondFactors().reset(member->id,
                                               actorOf(request, who, services_.now()))) {
      return refusal(request, DeskFailure::kNoFactor);
    }
    Response response;
    response.status = 204;
    return response;
  }

 private:
  /// A new app takes the place of one that works, so the password must be fresh.
  std::optional<Response> refuseToSetUp(const Request& request, const SignedIn& who) const {
    switch (factor_->stateOf(who.member, who.session)) {
      case FactorState::kDone:
        return refuseStale(request, who, services_.now());
      case FactorState::kEnrol:
      case FactorState::kShow:
        return std::nullopt;
      case FactorState::kOff:
        break;
    }
    return refusal(request, DeskFailure::kFactorNotAsked);
  }

  const Services& services_;
  std::shared_ptr<SecondFactor> factor_;
};

constexpr web::Refusal kWait =
    web::refused::kTooMany.with("`wait`: too many wrong codes for this account or client.");
constexpr web::Refusal kNoFactor = web::refused::kConflict.with(
    "`no_second_factor`: this account has none, or none is being set up.");

template <typename Call>
void addOwnRoutes(web::Routes& routes, DeskDoor& door, const Call& call) {
  const Permission own = Permission::kOwnAccount;
  door.add(routes,
           {.method = "GET",
            .path = "/api/v1/hall/second-factor",
            .id = "show_second_factor",
            .tag = "account",
            .summary = "One's own second factor",
            .answers = {{200, "Whether it is set up, and what is left.", "SecondFactor"}}},
           own, call(&Endpoints::left));
  door.add(routes,
           {.method = "POST",
            .path = "/api/v1/hall/second-factor",
            .id = "begin_second_factor",
            .tag = "account",
            .summary = "Begin to set up an authenticator app",
            .description = "Nothing changes before a code of the app is confirmed.",
            .answers = {{200, "Appears in this answer only.", "SecondFactorSecret"}},
            .refusals = {kNoFactor}},
           own, call(&Endpoints::begin));
  door.add(routes,
           {.method = "PUT",
            .path = "/api/v1/hall/second-factor",
            .id = "confirm_second_factor",
            .tag = "account",
            .summary = "Confirm the app by its code",
            .description = "A wrong code is refused at `/code` with `wrong_code`.",
            .body = "Code",
            .answers = {{200, "Set up. The codes appear in this answer only.", "RecoveryCodes"}},
            .refusals = {kNoFactor, kWait}},
           own, call(&Endpoints::confirm));
}

}  // namespace

void addSecondFactorRoutes(web::Routes& routes, const Services& services,
                           const std::shared_ptr<DeskDoor>& door,
                           const std::shared_ptr<SecondFactor>& factor) {
  const auto endpoints = std::make_shared<Endpoints>(services, factor);
  const auto call = callsOf(endpoints);
  addOwnRoutes(routes, *door, call);
  door->addHalfway(
      routes,
      {.method = "POST",
       .path = "/api/v1/hall/session/second-factor",
       .id = "show_code",
       .tag = "account",
       .summary = "The second step of a log-in",
       .description = "Takes the code that the app shows, or a recovery code. Each is "
                      "good once. A wrong one is refused at `/code` with `wrong_code`.",
       .body = "Code",
       .answers = {{200, "The session is open.", "SignedIn"}},
       .refusals = {kNoFactor, kWait}},
      Permission::kOwnAccount, call(&Endpoints::show));
  door->add(routes,
            {.method = "DELETE",
             .path = "/api/v1/hall/staff/{id}/second-factor",
             .id = "reset_second_factor",
             .tag = "staff",
             .summary = "Remove the second factor of an account",
             .description = "The account sets up a new one at its next log-in, where it is asked.",
             .parameters = {"Id"},
             .answers = {{204, "Removed. All sessions of the account have ended."}},
             .refusals = {web::refused::kNotFound.with("`no_account`: there is no such account."),
                          web::refused::kConflict.with(
                              "`own_account`: it is one's own account. `no_second_factor`: the "
                              "account has none.")}},
            Permission::kManageStaff, call(&Endpoints::reset));
}

}  // namespace policycalc::desk

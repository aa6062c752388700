#include "desk/door/second_factor.h"

#include <utility>

#include "policycalc/desk/resealing.h"
#include "policycalc/http/client.h"
#include "policycalc/vault/access_code.h"
#include "policycalc/vault/blind_index.h"
#include "policycalc/vault/time_code.h"
#include "policycalc/web/service_sealed.h"

#include "desk/desk_refusals.h"

namespace policycalc::desk {
namespace {

using http::Request;
using http::Response;
using store::StaffMember;
using store::StaffSession;

constexpr std::string_view kIssuer = "policycalc";
constexpr std::size_t kRecoverySymbols = 10;  // 50 bits, tried some hundred times a day at most

/// A sealed secret opens only for the account that it was made for.
std::string contextOf(std::int64_t staff_id) {
  return "second factor/" + std::to_string(staff_id);
}

/// Under a key that is made of the app's secret: a new key of the service, by which the secret is
/// sealed again, leaves the recovery codes as they are.
std::string hashOf(std::string_view secret, std::string_view symbols) {
  return vault::blindIndex(symbols, vault::timeCodeKey(secret), "recovery code");
}

/// Seals a secret by the current key, unless it is; false if no key opens it.
bool reseal(std::string& sealed, std::int64_t staff_id, const vault::ServiceKeys& keys) {
  const std::string context = contextOf(staff_id);
  if (sealed.empty() || vault::open(sealed, keys.current, context)) return true;
  const auto secret = keys.open(sealed, context);
  if (secret) sealed = vault::seal(*secret, keys.current, context);
  return secret.has_value();
}

}  // namespace

std::string_view nameOf(FactorState state) {
  switch (state) {
    case FactorState::kOff:
      return "off";
    case FactorState::kEnrol:
      return "enrol";
    case FactorState::kShow:
      return "show";
    case FactorState::kDone:
      return "done";
  }
  return "off";
}

SecondFactor::SecondFactor(const Services& services, std::shared_ptr<FailureTrail> failures)
    : services_(services),
      failures_(std::move(failures)),
      delays_(services.now, std::make_shared<LoginHomes>(), services.share) {}

FactorState SecondFactor::stateOf(const StaffMember& member, const StaffSession& session) const {
  if (!isAsked(member.role)) return FactorState::kOff;
  if (session.factor_at != std::chrono::sys_seconds()) return FactorState::kDone;
  const auto factor = services_.store.secondFactors().find(member.id);
  return factor && !factor->sealed.empty() ? FactorState::kShow : FactorState::kEnrol;
}

Enrolment SecondFactor::begin(const StaffMember& member) {
  std::string secret = vault::newTimeCodeSecret();
  const auto keys = services_.service_key.keys();
  services_.store.secondFactors().begin(
      member.id, vault::seal(secret, keys->current, contextOf(member.id)), web::idsOf(*keys));
  std::string uri = vault::timeCodeUri(secret, member.login, kIssuer);
  return {std::move(secret), std::move(uri)};
}

std::variant<std::vector<std::string>, Response> SecondFactor::confirm(const Request& request,
                                                                       const StaffMember& member,
                                                                       const StaffSession& session,
                                                                       std::string_view code) {
  const auto factor = services_.store.secondFactors().find(member.id);
  if (!factor || factor->sealed_next.empty()) {
    return refusal(request, DeskFailure::kNoFactorBegun);
  }
  if (auto refused = refuseEarly(request, member)) return *std::move(refused);
  const auto secret = services_.service_key.open(factor->sealed_next, contextOf(member.id));
  const auto period =
      secret ? vault::periodOfTimeCode(*secret, code, services_.now()) : std::nullopt;
  if (!period) return wrong(request, member);
  std::vector<std::string> codes;
  std::vector<std::string> hashes;
  for (std::size_t i = 0; i < kRecoveryCodes; ++i) {
    const std::string symbols = vault::randomSymbols(kRecoverySymbols);
    hashes.push_back(hashOf(*secret, symbols));
    codes.push_back(symbols.substr(0, kRecoverySymbols / 2) + "-" +
                    symbols.substr(kRecoverySymbols / 2));
  }
  const store::Actor actor{.staff_id = member.id, .address = request.client, .at = services_.now()};
  if (!services_.store.secondFactors().confirm({member.id, session.token_id, *period},
                                               factor->sealed_next, hashes, actor)) {
    return wrong(request, member);
  }
  delays_.succeeded(member.login, request.client);
  return codes;
}

std::optional<Response> SecondFactor::show(const Request& request, const StaffMember& member,
                                           const StaffSession& session, std::string_view code) {
  const auto factor = services_.store.secondFactors().find(member.id);
  if (!factor || factor->sealed.empty()) {
    return refusal(request, DeskFailure::kNoFactor);
  }
  if (auto refused = refuseEarly(request, member)) return refused;
  const store::Actor actor{.staff_id = member.id, .address = request.client, .at = services_.now()};
  if (!takes(*factor, member, session, code, actor)) return wrong(request, member);
  delays_.succeeded(member.login, request.client);
  return std::nullopt;
}

std::size_t SecondFactor::recoveryCodesLeft(std::int64_t staff_id) const {
  return services_.store.secondFactors().recoveryCodesLeft(staff_id);
}

bool SecondFactor::isAsked(Role role) const {
  switch (services_.options.second_factor) {
    case SecondFactorRule::kOff:
      return false;
    case SecondFactorRule::kAdministrators:
      return role == Role::kAdministrator;
    case SecondFactorRule::kEverybody:
      return true;
  }
  return true;
}

bool SecondFactor::takes(const store::SecondFactor& factor, const StaffMember& member,
                         const StaffSession& session, std::string_view code,
                         const store::Actor& actor) {
  store::SecondFactors& factors = services_.store.secondFactors();
  const auto secret = services_.service_key.open(factor.sealed, contextOf(member.id));
  if (!secret) return false;
  if (const auto period = vault::periodOfTimeCode(*secret, code, services_.now())) {
    return factors.use({member.id, session.token_id, *period}, actor);
  }
  const auto symbols = vault::readSymbols(code, kRecoverySymbols);
  return symbols && symbols->size() == kRecoverySymbols &&
         factors.useRecovery(member.id, session.token_id, hashOf(*secret, *symbols), actor);
}

std::optional<Response> SecondFactor::refuseEarly(const Request& request,
                                                  const StaffMember& member) {
  const auto wait = delays_.begin(member.login, request.client);
  if (!wait) return std::nullopt;
  return waitFor(request, *wait);
}

Response SecondFactor::wrong(const Request& request, const StaffMember& member) {
  // The attempt was counted as failed when it began.
  failures_->note({.action = AuditAction::kLogInFailed,
                   .staff_id = member.id,
                   .account = member.id,
                   .county = member.county,
                   .network = http::clientNetwork(request.client),
                   .reason = "wrong_code"});
  return refusal(request, DeskFailure::kWrongCode);
}

store::KeyRecord::Outcome resealSecondFactor(store::SealedRow& row,
                                             const vault::ServiceKeys& keys) {
  using Outcome = store::KeyRecord::Outcome;
  const std::string secret = row.secret;
  const std::string next = row.secret_next;
  const bool first = reseal(row.secret, row.id, keys);
  const bool second = reseal(row.secret_next, row.id, keys);
  if (!first || !second) return Outcome::kUnreadable;
  return row.secret == secret && row.secret_next == next ? Outcome::kAsItWas : Outcome::kResealed;
}

}  // namespace policycalc::desk

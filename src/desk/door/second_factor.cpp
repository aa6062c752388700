#include "desk/door/second_factor.h"

#include <utility>

#include "policycalc/http/client.h"
#include "policycalc/vault/access_code.h"
#include "policycalc/vault/blind_index.h"
#include "policycalc/vault/time_code.h"

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
    : services_(services), failures_(std::move(failures)), delays_(services.now) {}

FactorState SecondFactor::stateOf(const StaffMember& member, const StaffSession& session) const {
  if (!isAsked(member.role)) return FactorState::kOff;
  if (session.factor_at != std::chrono::sys_seconds()) return FactorState::kDone;
  const auto factor = services_.store.secondFactors().find(member.id);
  return factor && !factor->sealed.empty() ? FactorState::kShow : FactorState::kEnrol;
}

Enrolment SecondFactor::begin(const StaffMember& member) {
  std::string secret = vault::newTimeCodeSecret();
  services_.store.secondFactors().begin(
      member.id, vault::seal(secret, services_.service_key, contextOf(member.id)));
  std::string uri = vault::timeCodeUri(secret, member.login, kIssuer);
  return {std::move(secret), std::move(uri)};
}

std::variant<std::vector<std::string>, Response> SecondFactor::confirm(const Request& request,
                                                                       const StaffMember& member,
                                                                       const StaffSession& session,
                                                                       std::string_view code) {
  const auto factor = services_.store.secondFactors().find(member.id);
  if (!factor || factor->sealed_next.empty()) {
    return refusal(request, 409, "no_second_factor",
                   "请重新开始设置第二步验证。Begin to set up the second factor again.");
  }
  if (auto refused = refuseEarly(request, member)) return *std::move(refused);
  const auto period = periodOf(member.id, factor->sealed_next, code);
  if (!period) return wrong(request, member);
  std::vector<std::string> codes;
  std::vector<std::string> hashes;
  for (std::size_t i = 0; i < kRecoveryCodes; ++i) {
    const std::string symbols = vault::randomSymbols(kRecoverySymbols);
    hashes.push_back(hashOf(member.id, symbols));
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
    return refusal(request, 409, "no_second_factor",
                   "这个账号还没有设置第二步验证。This account has no second factor yet.");
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

std::optional<std::int64_t> SecondFactor::periodOf(std::int64_t staff_id, const std::string& sealed,
                                                   std::string_view code) const {
  const auto secret = vault::open(sealed, services_.service_key, contextOf(staff_id));
  return secret ? vault::periodOfTimeCode(*secret, code, services_.now()) : std::nullopt;
}

std::string SecondFactor::hashOf(std::int64_t staff_id, std::string_view symbols) const {
  return vault::blindIndex(symbols, services_.service_key,
                           "recovery code/" + std::to_string(staff_id));
}

bool SecondFactor::takes(const store::SecondFactor& factor, const StaffMember& member,
                         const StaffSession& session, std::string_view code,
                         const store::Actor& actor) {
  store::SecondFactors& factors = services_.store.secondFactors();
  if (const auto period = periodOf(member.id, factor.sealed, code)) {
    return factors.use({member.id, session.token_id, *period}, actor);
  }
  const auto symbols = vault::readSymbols(code, kRecoverySymbols);
  return symbols && symbols->size() == kRecoverySymbols &&
         factors.useRecovery(member.id, session.token_id, hashOf(member.id, *symbols), actor);
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
  return refusal(request, 400, "wrong_code",
                 "验证码不对，或已经用过。请等应用显示下一个再输。"
                 "The code is wrong or was used before. Wait for the next one.",
                 "/code");
}

}  // namespace policycalc::desk

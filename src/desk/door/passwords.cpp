#include "desk/door/passwords.h"

#include <utility>

#include "policycalc/http/client.h"
#include "policycalc/vault/password.h"

#include "desk/desk_refusals.h"

namespace policycalc::desk {
namespace {

using http::Request;
using http::Response;
using store::StaffMember;

Response wrongLogin(const Request& request) {
  return refusal(request, DeskFailure::kWrongLogin);
}

/// An attempt that its destructor undoes, also after an exception, unless its result was told.
class Attempt {
 public:
  Attempt(LoginDelays& delays, std::string account, std::string client)
      : delays_(delays), account_(std::move(account)), client_(std::move(client)) {}
  ~Attempt() {
    if (!told_) delays_.undo(account_, client_);
  }
  Attempt(const Attempt&) = delete;
  Attempt& operator=(const Attempt&) = delete;

  void failed() { told_ = true; }
  void succeeded() {
    told_ = true;
    delays_.succeeded(account_, client_);
  }

 private:
  LoginDelays& delays_;
  std::string account_;
  std::string client_;
  bool told_ = false;
};

/// The name under which failures are counted. A text that cannot be a log-in counts by its sender,
/// so that it makes no one else wait. The name has a blank, which no log-in has.
std::string accountOf(std::string_view login, const Request& request) {
  auto known = store::readLogin(login);
  return known ? *std::move(known) : "none of " + http::clientNetwork(request.client);
}

}  // namespace

Passwords::Passwords(const Services& services, std::shared_ptr<FailureTrail> failures)
    : store_(services.store),
      cost_(services.options.password_cost),
      homes_(std::make_shared<LoginHomes>(store_.loginHomes(), services.service_key)),
      delays_(services.now, homes_, services.share),
      places_(services.options.passwords_at_once),
      failures_(std::move(failures)),
      counters_(services.door_counters) {}

std::variant<StaffMember, Response> Passwords::logIn(const Request& request, std::string_view login,
                                                     std::string_view password) {
  const std::string account = accountOf(login, request);
  auto member = store_.staff().findByLogin(login);
  if (member) homes_->look(account, http::clientNetwork(request.client));
  if (const auto wait = delays_.begin(account, request.client)) {
    counters_->countLogIn(web::LogInResult::kWait);
    tell(request, member, "wait");
    return waitFor(request, *wait);
  }
  Attempt attempt(delays_, account, request.client);
  const bool is_known = homes_->has(account, http::clientNetwork(request.client));
  const auto place = places_.take(is_known ? Places::Who::kKnown : Places::Who::kStranger);
  if (!place) {
    counters_->countLogIn(web::LogInResult::kBusy);
    return allPlacesTaken(request);
  }
  if (!fits(member, password)) {
    attempt.failed();
    counters_->countLogIn(web::LogInResult::kWrong);
    tell(request, member,
         !member          ? "unknown_account"
         : member->active ? "wrong_password"
                          : "disabled");
    return wrongLogin(request);
  }
  attempt.succeeded();
  counters_->countLogIn(web::LogInResult::kDone);
  rehashIfNeeded(*member, password);
  return *std::move(member);
}

std::variant<std::string, Response> Passwords::change(const Request& request,
                                                      const StaffMember& member,
                                                      std::string_view old_password,
                                                      std::string_view next) {
  if (auto refused = refuseWrong(request, member, old_password, DeskFailure::kWrongPassword)) {
    return *std::move(refused);
  }
  auto made = hash(next);
  if (!made) return allPlacesTaken(request);
  return *std::move(made);
}

std::optional<Response> Passwords::refuseWrong(const Request& request, const StaffMember& member,
                                               std::string_view password, DeskFailure wrong) {
  if (const auto wait = delays_.begin(member.login, request.client)) {
    tell(request, member, "wait");
    return waitFor(request, *wait);
  }
  Attempt attempt(delays_, member.login, request.client);
  const auto place = places_.take(Places::Who::kKnown);
  if (!place) return allPlacesTaken(request);
  if (!vault::passwordFits(password, member.password_hash)) {
    attempt.failed();
    tell(request, member, "wrong_password");
    return refusal(request, wrong);
  }
  attempt.succeeded();
  return std::nullopt;
}

std::optional<std::string> Passwords::hash(std::string_view password) {
  const auto place = places_.take(Places::Who::kKnown);
  if (!place) return std::nullopt;
  return vault::hashPassword(password, cost_);
}

bool Passwords::fits(const std::optional<StaffMember>& member, std::string_view password) const {
  // Both do the same work, so that the time does not tell which part is wrong.
  const bool right = member ? vault::passwordFits(password, member->password_hash)
                            : vault::passwordFitsNobody(password, cost_);
  return right && member && member->active;
}

void Passwords::tell(const Request& request, const std::optional<StaffMember>& member,
                     const char* reason) {
  failures_->note({.action = AuditAction::kLogInFailed,
                   .account = member ? member->id : 0,
                   .county = member ? member->county : std::string(),
                   .network = http::clientNetwork(request.client),
                   .reason = reason});
}

void Passwords::rehashIfNeeded(StaffMember& member, std::string_view password) const {
  if (!vault::needsRehash(member.password_hash, cost_)) return;
  std::string hash = vault::hashPassword(password, cost_);
  if (store_.staff().rehash(member.id, member.password_hash, hash)) {
    member.password_hash = std::move(hash);
  }
}

std::optional<base::Issue> passwordIssue(std::string_view next, const StaffMember& owner,
                                         std::string pointer) {
  using vault::PasswordFault;
  const auto issue = [&](web::IssueCode code, const char* message) {
    return base::Issue{
        base::Severity::kError, std::string(code.text()), {}, std::move(pointer), 0, 0,
        std::string(message)};
  };
  switch (vault::passwordFault(next, {owner.login, owner.name})) {
    case PasswordFault::kNone:
      return std::nullopt;
    case PasswordFault::kTooShort:
      return issue("too_short", "the password has too few characters");
    case PasswordFault::kTooLong:
      return issue("too_long", "the password has too many characters");
    case PasswordFault::kNotText:
      return issue("not_text", "the password has control characters in it");
    case PasswordFault::kIsLogin:
      return issue("is_login", "the password is the log-in");
    case PasswordFault::kGuessable:
      return issue(
          "guessable",
          "the password is easy to guess: join four or more words that have nothing to do "
          "with each other, without names, places, years, runs of digits and keyboard rows");
  }
  return std::nullopt;
}

}  // namespace policycalc::desk

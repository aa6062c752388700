#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "policycalc/base/issue.h"
#include "policycalc/desk/desk.h"
#include "policycalc/http/message.h"
#include "policycalc/store/staff.h"

#include "desk/desk_failures.h"
#include "desk/door/failure_trail.h"
#include "desk/door/login_delays.h"
#include "desk/door/login_homes.h"
#include "desk/door/places.h"

namespace policycalc::desk {

/// Checks and hashes the passwords of the staff, no more at once than the options allow, and ever
/// more slowly after failures, which the audit trail is told: `wrong_password`, `unknown_account`,
/// `disabled` or `wait`, and never what was typed. All endpoints share one. Safe from any thread.
class Passwords {
 public:
  Passwords(const Services& services, std::shared_ptr<FailureTrail> failures);

  /// The active member with that log-in and password. Otherwise the refusal: 429 or 503 with
  /// Retry-After, or 401 `wrong_login`. The 401 takes the same work and reads the same whether the
  /// log-in or the password is wrong or the account is disabled.
  std::variant<store::StaffMember, http::Response> logIn(const http::Request& request,
                                                         std::string_view login,
                                                         std::string_view password);

  /// The hash of `next`, if `old_password` is the member's. Otherwise what refuseWrong() says with
  /// kWrongPassword.
  std::variant<std::string, http::Response> change(const http::Request& request,
                                                   const store::StaffMember& member,
                                                   std::string_view old_password,
                                                   std::string_view next);

  /// Nothing if the password is the member's. Otherwise 429, 503, or the refusal `wrong`, which
  /// counts as a failed log-in.
  std::optional<http::Response> refuseWrong(const http::Request& request,
                                            const store::StaffMember& member,
                                            std::string_view password, DeskFailure wrong);

  /// The hash, or nothing if too many passwords are being hashed.
  std::optional<std::string> hash(std::string_view password);

 private:
  bool fits(const std::optional<store::StaffMember>& member, std::string_view password) const;
  /// Tells the trail and the counters.
  void tell(const http::Request& request, const std::optional<store::StaffMember>& member,
            const char* reason);
  void rehashIfNeeded(store::StaffMember& member, std::string_view password) const;

  store::Store& store_;
  vault::PasswordCost cost_;
  std::shared_ptr<LoginHomes> homes_;
  LoginDelays delays_;
  Places places_;
  std::shared_ptr<FailureTrail> failures_;
  std::shared_ptr<web::DoorCounters> counters_;
};

/// The fault of `next` as a new password of that member, as an issue at `pointer`.
std::optional<base::Issue> passwordIssue(std::string_view next, const store::StaffMember& owner,
                                         std::string pointer);

}  // namespace policycalc::desk

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "policycalc/base/issue.h"
#include "policycalc/desk/desk.h"
#include "policycalc/http/message.h"
#include "policycalc/store/staff.h"

#include "desk/door/login_delays.h"

namespace policycalc::desk {

/// Checks and hashes the passwords of the staff: never more at once than the options say, and
/// slower for whoever guesses. One for all endpoints. Safe from any thread.
class Passwords {
 public:
  explicit Passwords(const Services& services);

  /// The active member of that log-in, if the password is theirs. Else the refusal: 429 or 503 with
  /// Retry-After, or one and the same 401 `wrong_login`, after the same work, whether log-in or
  /// password is wrong or the account is disabled.
  std::variant<store::StaffMember, http::Response> logIn(const http::Request& request,
                                                         std::string_view login,
                                                         std::string_view password);

  /// Whether `old_password` is that of `member`, and if so `next` hashed. Else 429, 503, or 400
  /// `wrong_password` at `/old`; it counts as a failed log-in.
  std::variant<std::string, http::Response> change(const http::Request& request,
                                                   const store::StaffMember& member,
                                                   std::string_view old_password,
                                                   std::string_view next);

  /// Nothing if too many are being hashed.
  std::optional<std::string> hash(std::string_view password);

 private:
  bool fits(const std::optional<store::StaffMember>& member, std::string_view password) const;
  void rehashIfNeeded(store::StaffMember& member, std::string_view password) const;

  store::Store& store_;
  vault::PasswordCost cost_;
  LoginDelays delays_;
  Places places_;
};

/// What speaks against the new password `next` of the one with that log-in, as an issue at
/// `pointer`.
std::optional<base::Issue> passwordIssue(std::string_view next, std::string_view login,
                                         std::string pointer);

}  // namespace policycalc::desk

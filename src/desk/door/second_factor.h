#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "policycalc/desk/desk.h"
#include "policycalc/http/message.h"
#include "policycalc/store/second_factors.h"
#include "policycalc/store/sessions.h"
#include "policycalc/store/staff.h"

#include "desk/door/failure_trail.h"
#include "desk/door/login_delays.h"

namespace policycalc::desk {

/// What a session still has to do about the second factor.
enum class FactorState : std::uint8_t {
  kOff,    ///< nothing: it is not asked of this role
  kEnrol,  ///< set up an app; until then only the own account is open
  kShow,   ///< show a code; until then nothing but the log-out is open
  kDone,
};

/// As sent: `off`, `enrol`, `show`, `done`.
std::string_view nameOf(FactorState state);

/// The secret for an app, to be typed or as the address in a QR code.
struct Enrolment {
  std::string secret;
  std::string uri;
};

/// The second factor of the staff: codes of six digits from an app, each good once, and ten
/// recovery codes for a lost one. Secrets are sealed under the service's key, and recovery codes
/// hashed under one that is made of the secret. Wrong codes are slowed down as wrong passwords are,
/// and the trail is told. Safe from any thread.
class SecondFactor {
 public:
  static constexpr std::size_t kRecoveryCodes = 10;

  SecondFactor(const Services& services, std::shared_ptr<FailureTrail> failures);

  FactorState stateOf(const store::StaffMember& member, const store::StaffSession& session) const;

  /// Begins to set up an app. Nothing changes before confirm().
  Enrolment begin(const store::StaffMember& member);

  /// Takes the app whose code is shown, and gives its recovery codes. Otherwise 429, 400
  /// `wrong_code` at `/code`, or 409 `no_second_factor` if none is being set up.
  std::variant<std::vector<std::string>, http::Response> confirm(const http::Request& request,
                                                                 const store::StaffMember& member,
                                                                 const store::StaffSession& session,
                                                                 std::string_view code);

  /// Nothing if the code, or the recovery code, is right; the session is then open. Otherwise as
  /// confirm().
  std::optional<http::Response> show(const http::Request& request, const store::StaffMember& member,
                                     const store::StaffSession& session, std::string_view code);

  std::size_t recoveryCodesLeft(std::int64_t staff_id) const;

 private:
  bool isAsked(Role role) const;
  bool takes(const store::SecondFactor& factor, const store::StaffMember& member,
             const store::StaffSession& session, std::string_view code, const store::Actor& actor);
  std::optional<http::Response> refuseEarly(const http::Request& request,
                                            const store::StaffMember& member);
  http::Response wrong(const http::Request& request, const store::StaffMember& member);

  const Services& services_;
  std::shared_ptr<FailureTrail> failures_;
  LoginDelays delays_;
};

}  // namespace policycalc::desk

#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include "policycalc/desk/rules/matter_state.h"

namespace policycalc::desk {

/// What an entry of the audit trail is about.
enum class AuditObject : std::uint8_t {
  kApplicant,
  kMatter,
  kHandler,
  kStaff,
  kSession,
  kRoll  ///< a list of companies for a measure
};

inline constexpr std::array kAuditObjects{AuditObject::kApplicant, AuditObject::kMatter,
                                          AuditObject::kHandler,   AuditObject::kStaff,
                                          AuditObject::kSession,   AuditObject::kRoll};

/// What an entry of the audit trail says was done.
enum class AuditAction : std::uint8_t {
  kAdded,       ///< applicant, staff
  kChanged,     ///< applicant, staff
  kOpened,      ///< a matter was opened, or an applicant's data was looked into
  kViewed,      ///< a matter was looked into
  kMatched,     ///< an applicant's profile, or a registry, was compared with measures
  kAuthorised,  ///< an applicant gave another authorisation
  kEnded,       ///< an authorisation ran out and the applicant's data was erased
  kReceived,    ///< a matter entered the state of that name; likewise the next six, and those below
  kPreparing,
  kHandedOver,
  kInProgress,
  kFulfilled,
  kRefused,
  kWithdrawn,            ///< also of an applicant, who withdrew the authorisation
  kReassigned,           ///< a matter got another handler or unit
  kTicked,               ///< documents of a matter
  kNoted,                ///< a matter got a note
  kExported,             ///< a list of matters
  kNamed,                ///< a handler
  kRemoved,              ///< a handler
  kPasswordReset,        ///< staff, by an administrator
  kPasswordChanged,      ///< session, by its own member of staff
  kLoggedIn,             ///< session
  kLoggedOut,            ///< session
  kLoggedOutEverywhere,  ///< session
  kLogInFailed,          ///< session; its id is 0 if the log-in is unknown
  kDenied,               ///< session: its role lacks a permission
  kLoggedOutElsewhere,   ///< session: of the same member, from another one
  kSecondFactorSet,      ///< staff, by its own member
  kSecondFactorReset,    ///< staff, by an administrator
  kRecoveryCodeUsed,     ///< staff, by its own member
  kForwarded,            ///< a matter entered the state of that name; likewise the next two
  kUnreachable,
  kExpired,
  kAttempted,         ///< the company of a matter could not be reached
  kTold,              ///< the company was told how its matter ended
  kUndone,            ///< the end of a matter, as a slip
  kReopened,          ///< a matter, by a supervisor
  kAwaited,           ///< a matter waits for its company to complete the papers
  kResumed,           ///< and goes on
  kReminded,          ///< the person who has to act on a matter was reminded
  kRead,              ///< what a new catalogue changes in the measure of a matter was read
  kQueryCodeMade,     ///< a matter got another query code for its company
  kRated,             ///< a matter, by its company
  kWithdrawalHeard,   ///< of an applicant, at another window than theirs
  kWithdrawalDenied,  ///< of an applicant, who was asked back
};

inline constexpr std::size_t kAuditActionCount = 46;

/// As stored and sent: `applicant`, `matter`, `handler`, `staff`, `session`, `roll`.
std::string_view nameOf(AuditObject object);
/// As stored and sent: the enumerator in lower case with underscores, as in `logged_in`.
std::string_view nameOf(AuditAction action);

/// Exactly as nameOf() spells it; nothing for any other text.
std::optional<AuditObject> auditObjectNamed(std::string_view name);
std::optional<AuditAction> auditActionNamed(std::string_view name);

/// The action of a step into `state`: it has the state's name.
AuditAction actionOfStepTo(MatterState state);

}  // namespace policycalc::desk

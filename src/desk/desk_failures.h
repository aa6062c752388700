#pragma once

#include <cstdint>
#include <span>

#include "policycalc/http/failure.h"
#include "policycalc/web/contract/issue_codes.h"

namespace policycalc::desk {

/// Everything that keeps a request at the desk from its answer, apart from what is wrong in its
/// body or query.
enum class DeskFailure : std::uint8_t {
  // At the door.
  kUnknownHost,
  kOpenTransport,
  kForeignOrigin,
  kSignedOut,
  kWrongCsrf,
  kPasswordChangeRequired,
  kNotPermitted,
  kCodeRequired,    ///< of the second factor
  kFactorRequired,  ///< it must be set up first
  kPasswordNotFresh,
  // One's own account.
  kWrongLogin,
  kWait,
  kBusy,
  kAccountChanged,
  kPasswordChanged,
  kSamePassword,
  kWrongPassword,
  kWrongPasswordAgain,
  kNoSession,
  kWrongCode,
  kFactorNotAsked,
  kNoFactorBegun,
  // Accounts of staff.
  kNoAccount,
  kLoginTaken,
  kMemberChanged,
  kOwnAccount,  ///< keeps administrators from locking themselves out by mistake
  kLastAdministrator,
  kOwnFactor,
  kNoFactor,
  kHoldsMatters,  ///< nobody has said where the open matters go
  kCannotTakeMatters,
  kCannotStandIn,
  kSubstituteAway,
  // Applicants and their authorisations.
  kNoApplicant,
  kApplicantChanged,
  kCreditCodeTaken,
  kCodeTaken,
  kNameFound,  ///< another applicant has the name, and the request does not say that it knows
  kMatterElsewhere,
  kCountyMissing,
  kOtherCounty,
  kNameMissing,
  kMissingCode,
  kNoConsent,
  kOtherCompany,  ///< a code must not authorise help for another company: its owner could end it
  kMattersOpen,
  // Matters.
  kNoMatter,
  kMatterChanged,
  kNotAuthorised,
  kDoesNotApply,
  kMatterOpen,
  kPermissionShort,  ///< it ends before the desk's own targets do, and the request does not accept
                     ///< it
  kClosed,
  kNoSuchStep,
  kStepNotPermitted,
  kReasonMissing,
  kTakesNoHandler,
  kHandlerMissing,
  kHandlerRequired,
  kCannotHandle,
  kNotTried,     ///< a matter ends as unreachable only after attempts to reach the company
  kNotClosed,    ///< or it can no longer be opened again
  kTooLate,      ///< to undo an end
  kToldAlready,  ///< or there is nothing to tell
  kCannotOwn,
  kNoPerson,
  kCannotAwait,  ///< the company's papers: it is not this side's turn, or they are awaited already
  kNotAwaiting,
  kNobodyToRemind,
  kOwnReminder,
  kRemindedToday,
  kRemindsCompany,
  kMeasureRead,  ///< or it has not moved
  kNoTable,
  // Handlers.
  kOtherPlace,
  kCannotBeHandler,
  kHandlerChanged,
};

/// What one failure is answered. The status belongs to `failure`, as everywhere: see
/// policycalc/http/failure.h. In the texts, `{}` is a value that the endpoint adds.
struct DeskFailureRow {
  DeskFailure name;
  http::Failure failure;
  web::IssueCode code;  ///< for programs; rows with one code have one status
  const char* zh;
  const char* en;
  const char* pointer = "";  ///< into the body; "": the whole request
};

/// The row of `name`.
const DeskFailureRow& describe(DeskFailure name);

/// All rows, in the order of the enumeration.
std::span<const DeskFailureRow> deskFailures();

}  // namespace policycalc::desk

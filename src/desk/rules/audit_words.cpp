#include "policycalc/desk/rules/audit_words.h"

#include <algorithm>
#include <iterator>

namespace policycalc::desk {
namespace {

using Action = AuditAction;
using Object = AuditObject;

template <typename Word>
struct Row {
  Word word;
  std::string_view name;
};

// INVARIANT: one row per word, in the order of the enumeration (checked below).
constexpr Row<Object> kObjects[] = {
    {Object::kApplicant, "applicant"}, {Object::kMatter, "matter"},   {Object::kHandler, "handler"},
    {Object::kStaff, "staff"},         {Object::kSession, "session"}, {Object::kRoll, "roll"},
};

// INVARIANT: as above.
constexpr Row<Action> kActions[] = {
    {Action::kAdded, "added"},
    {Action::kChanged, "changed"},
    {Action::kOpened, "opened"},
    {Action::kViewed, "viewed"},
    {Action::kMatched, "matched"},
    {Action::kAuthorised, "authorised"},
    {Action::kEnded, "ended"},
    {Action::kReceived, "received"},
    {Action::kPreparing, "preparing"},
    {Action::kHandedOver, "handed_over"},
    {Action::kInProgress, "in_progress"},
    {Action::kFulfilled, "fulfilled"},
    {Action::kRefused, "refused"},
    {Action::kWithdrawn, "withdrawn"},
    {Action::kReassigned, "reassigned"},
    {Action::kTicked, "ticked"},
    {Action::kNoted, "noted"},
    {Action::kExported, "exported"},
    {Action::kNamed, "named"},
    {Action::kRemoved, "removed"},
    {Action::kPasswordReset, "password_reset"},
    {Action::kPasswordChanged, "password_changed"},
    {Action::kLoggedIn, "logged_in"},
    {Action::kLoggedOut, "logged_out"},
    {Action::kLoggedOutEverywhere, "logged_out_everywhere"},
    {Action::kLogInFailed, "log_in_failed"},
    {Action::kDenied, "denied"},
    {Action::kLoggedOutElsewhere, "logged_out_elsewhere"},
    {Action::kSecondFactorSet, "second_factor_set"},
    {Action::kSecondFactorReset, "second_factor_reset"},
    {Action::kRecoveryCodeUsed, "recovery_code_used"},
    {Action::kForwarded, "forwarded"},
    {Action::kUnreachable, "unreachable"},
    {Action::kExpired, "expired"},
    {Action::kAttempted, "attempted"},
    {Action::kTold, "told"},
    {Action::kUndone, "undone"},
    {Action::kReopened, "reopened"},
    {Action::kAwaited, "awaited"},
    {Action::kResumed, "resumed"},
    {Action::kReminded, "reminded"},
    {Action::kRead, "read"},
    {Action::kQueryCodeMade, "query_code_made"},
    {Action::kRated, "rated"},
    {Action::kWithdrawalHeard, "withdrawal_heard"},
    {Action::kWithdrawalDenied, "withdrawal_denied"},
};

template <typename Word, std::size_t count>
constexpr bool isInOrder(const Row<Word> (&table)[count]) {
  for (std::size_t i = 0; i < count; ++i) {
    if (static_cast<std::size_t>(table[i].word) != i || table[i].name.empty()) return false;
  }
  return true;
}
static_assert(std::size(kObjects) == kAuditObjects.size() && isInOrder(kObjects));
static_assert(static_cast<std::size_t>(Object::kRoll) + 1 == std::size(kObjects));
static_assert(std::size(kActions) == kAuditActionCount && isInOrder(kActions));
static_assert(static_cast<std::size_t>(Action::kWithdrawalDenied) + 1 == kAuditActionCount);

template <typename Word, std::size_t count>
std::optional<Word> wordNamed(const Row<Word> (&table)[count], std::string_view name) {
  const auto* found = std::find_if(std::begin(table), std::end(table),
                                   [name](const Row<Word>& row) { return row.name == name; });
  if (found == std::end(table)) return std::nullopt;
  return found->word;
}

}  // namespace

std::string_view nameOf(AuditObject object) {
  return kObjects[static_cast<std::size_t>(object)].name;
}

std::string_view nameOf(AuditAction action) {
  return kActions[static_cast<std::size_t>(action)].name;
}

std::optional<AuditObject> auditObjectNamed(std::string_view name) {
  return wordNamed(kObjects, name);
}

std::optional<AuditAction> auditActionNamed(std::string_view name) {
  return wordNamed(kActions, name);
}

AuditAction actionOfStepTo(MatterState state) {
  switch (state) {
    case MatterState::kReceived:
      return Action::kReceived;
    case MatterState::kPreparing:
      return Action::kPreparing;
    case MatterState::kHandedOver:
      return Action::kHandedOver;
    case MatterState::kInProgress:
      return Action::kInProgress;
    case MatterState::kFulfilled:
      return Action::kFulfilled;
    case MatterState::kRefused:
      return Action::kRefused;
    case MatterState::kForwarded:
      return Action::kForwarded;
    case MatterState::kUnreachable:
      return Action::kUnreachable;
    case MatterState::kWithdrawn:
      return Action::kWithdrawn;
    case MatterState::kExpired:
      return Action::kExpired;
  }
  return Action::kReceived;
}

}  // namespace policycalc::desk

#include "policycalc/desk/rules/case_state.h"

#include <algorithm>

namespace policycalc::desk {
namespace {

using S = CaseState;

struct Row {
  CaseState state;
  std::string_view name;
  Title title;
  bool open;
};

// INVARIANT: one row a state, in the order of kCaseStates (checked below).
constexpr Row kTable[] = {
    {S::kReceived, "received", {"待受理", "Received"}, true},
    {S::kPreparing, "preparing", {"材料准备", "Preparing documents"}, true},
    {S::kHandedOver, "handed_over", {"已转办", "Handed over"}, true},
    {S::kInProgress, "in_progress", {"办理中", "In progress"}, true},
    {S::kFulfilled, "fulfilled", {"已兑现", "Fulfilled"}, false},
    {S::kRefused, "refused", {"未通过", "Refused"}, false},
    {S::kWithdrawn, "withdrawn", {"撤回", "Withdrawn"}, false},
};

/// What a step is like; the permission is the same for all.
constexpr CaseStep step(S from, S to, bool at_window, bool in_unit) {
  return {from, to, Permission::kWorkCase, at_window, in_unit, false, false, false};
}
constexpr CaseStep withReason(CaseStep step) {
  step.needs_reason = true;
  return step;
}

constexpr CaseStep handOver() {
  CaseStep over = step(S::kPreparing, S::kHandedOver, true, false);
  over.names_handler = true;
  return over;
}
// A case that went to a unit as such must be somebody's before it is worked on.
constexpr CaseStep takeOn() {
  CaseStep on = step(S::kHandedOver, S::kInProgress, false, true);
  on.names_handler = true;
  on.needs_handler = true;
  return on;
}

// The applicant withdraws at the window, wherever the case has come to.
// INVARIANT: the steps from one state stand together (checked below).
constexpr CaseStep kSteps[] = {
    step(S::kReceived, S::kPreparing, true, false),
    step(S::kReceived, S::kWithdrawn, true, false),
    handOver(),
    step(S::kPreparing, S::kWithdrawn, true, false),
    takeOn(),
    withReason(step(S::kHandedOver, S::kPreparing, false, true)),
    step(S::kHandedOver, S::kWithdrawn, true, true),
    step(S::kInProgress, S::kFulfilled, false, true),
    withReason(step(S::kInProgress, S::kRefused, false, true)),
    step(S::kInProgress, S::kWithdrawn, true, true),
};

constexpr bool areInOrder() {
  if (std::size(kTable) != kCaseStates.size()) return false;
  for (std::size_t i = 0; i < kCaseStates.size(); ++i) {
    if (kTable[i].state != kCaseStates[i]) return false;
  }
  for (std::size_t i = 1; i < std::size(kSteps); ++i) {
    if (kSteps[i].from < kSteps[i - 1].from) return false;
  }
  return true;
}
static_assert(areInOrder());

const Row& rowOf(CaseState state) {
  return kTable[static_cast<std::size_t>(state)];
}

}  // namespace

bool isOpen(CaseState state) {
  return rowOf(state).open;
}

std::span<const CaseStep> stepsFrom(CaseState state) {
  const auto is_from = [state](const CaseStep& each) { return each.from == state; };
  const auto* first = std::find_if(std::begin(kSteps), std::end(kSteps), is_from);
  const auto* last = std::find_if_not(first, std::end(kSteps), is_from);
  return {first, last};
}

const CaseStep* findStep(CaseState from, CaseState to) {
  for (const CaseStep& each : stepsFrom(from)) {
    if (each.to == to) return &each;
  }
  return nullptr;
}

bool mayStep(CaseState from, CaseState to) {
  return findStep(from, to) != nullptr;
}

bool mayTake(Role role, const CaseStep& step) {
  if (!may(role, step.permission)) return false;
  if (role == Role::kClerk) return step.at_window;
  if (role == Role::kHandler) return step.in_unit;
  return true;
}

std::string_view nameOf(CaseState state) {
  return rowOf(state).name;
}

std::optional<CaseState> caseStateNamed(std::string_view name) {
  for (const Row& row : kTable) {
    if (row.name == name) return row.state;
  }
  return std::nullopt;
}

Title titleOf(CaseState state) {
  return rowOf(state).title;
}

}  // namespace policycalc::desk

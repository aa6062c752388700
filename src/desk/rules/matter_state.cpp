#include "policycalc/desk/rules/matter_state.h"

#include <algorithm>

namespace policycalc::desk {
namespace {

using S = MatterState;

struct Row {
  MatterState state;
  std::string_view name;
  std::string_view title;
  bool open;
};

// INVARIANT: one row for each state, in the order of kMatterStates (checked below).
constexpr Row kTable[] = {
    {S::kReceived, "received", "待受理", true},
    {S::kPreparing, "preparing", "材料准备", true},
    {S::kHandedOver, "handed_over", "已转办", true},
    {S::kInProgress, "in_progress", "办理中", true},
    {S::kFulfilled, "fulfilled", "已兑现", false},
    {S::kRefused, "refused", "未通过", false},
    {S::kForwarded, "forwarded", "已转交", false},
    {S::kUnreachable, "unreachable", "联系不上", false},
    {S::kWithdrawn, "withdrawn", "撤回", false},
    {S::kExpired, "expired", "授权到期", false},
};

/// A step without reason and handler. All steps need the same permission.
constexpr MatterStep step(S from, S to, bool at_window, bool in_unit) {
  return {from, to, Permission::kWorkMatter, at_window, in_unit, false, false, false};
}
constexpr MatterStep withReason(MatterStep step) {
  step.needs_reason = true;
  return step;
}

constexpr MatterStep handOver() {
  MatterStep over = step(S::kPreparing, S::kHandedOver, true, false);
  over.names_handler = true;
  return over;
}
// A matter that was handed to a unit needs a handler before anyone works on it.
constexpr MatterStep takeOn() {
  MatterStep on = step(S::kHandedOver, S::kInProgress, false, true);
  on.names_handler = true;
  on.needs_handler = true;
  return on;
}

// The applicant withdraws at the window, in whatever open state the matter is. No step leads to
// kExpired: the authorisation runs out by itself.
// INVARIANT: steps from the same state are neighbours (checked below).
constexpr MatterStep kSteps[] = {
    step(S::kReceived, S::kPreparing, true, false),
    step(S::kReceived, S::kForwarded, true, false),
    step(S::kReceived, S::kUnreachable, true, false),
    step(S::kReceived, S::kWithdrawn, true, false),
    handOver(),
    step(S::kPreparing, S::kForwarded, true, false),
    step(S::kPreparing, S::kUnreachable, true, false),
    step(S::kPreparing, S::kWithdrawn, true, false),
    takeOn(),
    withReason(step(S::kHandedOver, S::kPreparing, false, true)),
    step(S::kHandedOver, S::kForwarded, false, true),
    step(S::kHandedOver, S::kUnreachable, true, true),
    step(S::kHandedOver, S::kWithdrawn, true, true),
    step(S::kInProgress, S::kFulfilled, false, true),
    withReason(step(S::kInProgress, S::kRefused, false, true)),
    step(S::kInProgress, S::kForwarded, false, true),
    step(S::kInProgress, S::kUnreachable, true, true),
    step(S::kInProgress, S::kWithdrawn, true, true),
};

constexpr bool areInOrder() {
  if (std::size(kTable) != kMatterStates.size()) return false;
  for (std::size_t i = 0; i < kMatterStates.size(); ++i) {
    if (kTable[i].state != kMatterStates[i]) return false;
  }
  for (std::size_t i = 1; i < std::size(kSteps); ++i) {
    if (kSteps[i].from < kSteps[i - 1].from) return false;
  }
  return true;
}
static_assert(areInOrder());

const Row& rowOf(MatterState state) {
  return kTable[static_cast<std::size_t>(state)];
}

}  // namespace

bool isOpen(MatterState state) {
  return rowOf(state).open;
}

bool mustBeTold(MatterState state) {
  return !isOpen(state) && state != S::kWithdrawn && state != S::kExpired;
}

std::span<const MatterStep> stepsFrom(MatterState state) {
  const auto is_from = [state](const MatterStep& each) { return each.from == state; };
  const auto* first = std::find_if(std::begin(kSteps), std::end(kSteps), is_from);
  const auto* last = std::find_if_not(first, std::end(kSteps), is_from);
  return {first, last};
}

const MatterStep* findStep(MatterState from, MatterState to) {
  for (const MatterStep& each : stepsFrom(from)) {
    if (each.to == to) return &each;
  }
  return nullptr;
}

bool mayTake(Role role, const MatterStep& step) {
  if (!may(role, step.permission)) return false;
  if (role == Role::kClerk) return step.at_window;
  if (role == Role::kHandler) return step.in_unit;
  return true;
}

std::string_view nameOf(MatterState state) {
  return rowOf(state).name;
}

std::optional<MatterState> matterStateNamed(std::string_view name) {
  for (const Row& row : kTable) {
    if (row.name == name) return row.state;
  }
  return std::nullopt;
}

std::string_view titleOf(MatterState state) {
  return rowOf(state).title;
}

}  // namespace policycalc::desk

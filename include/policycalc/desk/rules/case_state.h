#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "policycalc/desk/rules/permission.h"

namespace policycalc::desk {

/// Where a case stands. The first four are open and have a clock, the others are its end.
enum class CaseState : std::uint8_t {
  kReceived,    ///< 待受理
  kPreparing,   ///< 材料准备
  kHandedOver,  ///< 已转办
  kInProgress,  ///< 办理中
  kFulfilled,   ///< 已兑现
  kRefused,     ///< 未通过
  kWithdrawn,   ///< 撤回
};

inline constexpr std::array kCaseStates{
    CaseState::kReceived,  CaseState::kPreparing, CaseState::kHandedOver, CaseState::kInProgress,
    CaseState::kFulfilled, CaseState::kRefused,   CaseState::kWithdrawn};

/// One way from a state to another, and what it asks for.
struct CaseStep {
  CaseState from;
  CaseState to;
  Permission permission;
  bool at_window;      ///< a clerk may take it
  bool in_unit;        ///< the case's handler may take it
  bool needs_reason;   ///< for the applicant: why it was refused, or what is missing
  bool names_handler;  ///< it says who takes the case over; nobody: the unit, and its supervisor
  bool needs_handler;  ///< without anybody named by then, it cannot be taken
};

bool isOpen(CaseState state);

/// The steps that lead on from `state`, the usual one first; none once the case is closed.
std::span<const CaseStep> stepsFrom(CaseState state);
/// The step between two states, or null: there is none but those of stepsFrom().
const CaseStep* findStep(CaseState from, CaseState to);
bool mayStep(CaseState from, CaseState to);

/// Whether somebody of that role may take the step at all. A supervisor may take each; whether the
/// case is theirs, by county, unit or name, is asked apart.
bool mayTake(Role role, const CaseStep& step);

/// As stored and sent: `received`, `preparing`, `handed_over`, `in_progress`, `fulfilled`,
/// `refused`, `withdrawn`.
std::string_view nameOf(CaseState state);
/// Exactly as nameOf() spells it; nothing for any other text.
std::optional<CaseState> caseStateNamed(std::string_view name);

/// For people.
struct Title {
  std::string_view zh;
  std::string_view en;
};
Title titleOf(CaseState state);

}  // namespace policycalc::desk

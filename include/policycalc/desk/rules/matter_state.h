#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "policycalc/desk/rules/permission.h"

namespace policycalc::desk {

/// Where a matter stands. The first four are open and have a clock, the others are its end.
enum class MatterState : std::uint8_t {
  kReceived,    ///< 待受理
  kPreparing,   ///< 材料准备
  kHandedOver,  ///< 已转办
  kInProgress,  ///< 办理中
  kFulfilled,   ///< 已兑现
  kRefused,     ///< 未通过
  kWithdrawn,   ///< 撤回
};

inline constexpr std::array kMatterStates{MatterState::kReceived,   MatterState::kPreparing,
                                          MatterState::kHandedOver, MatterState::kInProgress,
                                          MatterState::kFulfilled,  MatterState::kRefused,
                                          MatterState::kWithdrawn};

/// One way from a state to another, and what it asks for.
struct MatterStep {
  MatterState from;
  MatterState to;
  Permission permission;
  bool at_window;      ///< a clerk may take it
  bool in_unit;        ///< the matter's handler may take it
  bool needs_reason;   ///< for the applicant: why it was refused, or what is missing
  bool names_handler;  ///< it says who takes the matter over; nobody: the unit, and its supervisor
  bool needs_handler;  ///< without anybody named by then, it cannot be taken
};

bool isOpen(MatterState state);

/// The steps that lead on from `state`, the usual one first; none once the matter is closed.
std::span<const MatterStep> stepsFrom(MatterState state);
/// The step between two states, or null: there is none but those of stepsFrom().
const MatterStep* findStep(MatterState from, MatterState to);
bool mayStep(MatterState from, MatterState to);

/// Whether somebody of that role may take the step at all. A supervisor may take each; whether the
/// matter is theirs, by county, unit or name, is asked apart.
bool mayTake(Role role, const MatterStep& step);

/// As stored and sent: `received`, `preparing`, `handed_over`, `in_progress`, `fulfilled`,
/// `refused`, `withdrawn`.
std::string_view nameOf(MatterState state);
/// Exactly as nameOf() spells it; nothing for any other text.
std::optional<MatterState> matterStateNamed(std::string_view name);

/// For people.
struct Title {
  std::string_view zh;
  std::string_view en;
};
Title titleOf(MatterState state);

}  // namespace policycalc::desk

#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "policycalc/desk/rules/permission.h"

namespace policycalc::desk {

/// The state of a matter. The first four are open and have a clock; the others are final.
enum class MatterState : std::uint8_t {
  kReceived,     ///< 待受理
  kPreparing,    ///< 材料准备
  kHandedOver,   ///< 已转办
  kInProgress,   ///< 办理中
  kFulfilled,    ///< 已兑现
  kRefused,      ///< 未通过
  kForwarded,    ///< 已转交: another body decides
  kUnreachable,  ///< 联系不上: the company could not be reached
  kWithdrawn,    ///< 撤回: by the company
  kExpired,      ///< 授权到期: no one may go on with it
};

inline constexpr std::array kMatterStates{MatterState::kReceived,   MatterState::kPreparing,
                                          MatterState::kHandedOver, MatterState::kInProgress,
                                          MatterState::kFulfilled,  MatterState::kRefused,
                                          MatterState::kForwarded,  MatterState::kUnreachable,
                                          MatterState::kWithdrawn,  MatterState::kExpired};

/// A step from one state to another, and what it takes.
struct MatterStep {
  MatterState from;
  MatterState to;
  Permission permission;
  bool at_window;      ///< a clerk may take it
  bool in_unit;        ///< the matter's handler may take it
  bool needs_reason;   ///< for the applicant: why the matter is refused, or what is missing
  bool names_handler;  ///< it takes a handler, or hands the matter to the unit without one
  bool needs_handler;  ///< it cannot be taken without a handler
};

bool isOpen(MatterState state);
/// Whether a company must be told that its matter ended so: not where it ended the matter itself,
/// and not where the authorisation is over, with which its contact is gone.
bool mustBeTold(MatterState state);

/// The steps from `state`, the usual one first; none from a closed state.
std::span<const MatterStep> stepsFrom(MatterState state);
/// The step of stepsFrom(from) that leads to `to`, or null.
const MatterStep* findStep(MatterState from, MatterState to);

/// Whether the role may take the step at all. A supervisor may take every step. sees() decides
/// which matters.
bool mayTake(Role role, const MatterStep& step);

/// As stored and sent: `received`, `preparing`, `handed_over`, `in_progress`, `fulfilled`,
/// `refused`, `forwarded`, `unreachable`, `withdrawn`, `expired`.
std::string_view nameOf(MatterState state);
/// The state that nameOf() spells exactly so; nothing for any other text.
std::optional<MatterState> matterStateNamed(std::string_view name);

/// The state's Chinese name, for people.
std::string_view titleOf(MatterState state);

}  // namespace policycalc::desk

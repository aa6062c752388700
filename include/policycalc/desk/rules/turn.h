#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include "policycalc/desk/rules/matter_state.h"
#include "policycalc/desk/rules/seat.h"

namespace policycalc::desk {

/// Whose turn it is in a matter, as one seat sees it. Each open matter has exactly one, and so has
/// a closed one until the company was told of its end.
enum class Turn : std::uint8_t {
  kMine,        ///< 待我办: the holder of the seat is responsible, or stands in for who is
  kColleagues,  ///< 待同事: another person on the same side is, at the window or in a unit
  kWindow,      ///< 待窗口: a person at the window is; only for the unit's side
  kUnit,        ///< 待单位: a person in a unit is; only for the window's side
  kNobody,      ///< 没人负责: without a responsible account that can act
  kCompany,     ///< 待企业补正: its company completes the papers, and its clock rests
  kToTell,      ///< 待告知企业: it is closed, and the window has to tell the company
};

inline constexpr std::array kTurns{Turn::kMine,   Turn::kColleagues, Turn::kWindow, Turn::kUnit,
                                   Turn::kNobody, Turn::kCompany,    Turn::kToTell};

/// As sent: `mine`, `colleagues`, `window`, `unit`, `nobody`, `company`, `to_tell`.
std::string_view nameOf(Turn turn);
/// The turn that nameOf() spells exactly so; nothing for any other text.
std::optional<Turn> turnNamed(std::string_view name);

/// Whether the unit has the matter: it was handed over or is in progress.
bool isAtUnit(MatterState state);

/// Whether the seat works on the unit's side: a handler's, or that of a unit's supervisor.
bool isOfUnit(const Seat& seat);

/// Whether the holder of the seat can own the matters of `county` and `unit` at the window: a clerk
/// of the county, or a supervisor whose seat covers both. A disabled account can own nothing.
bool canOwn(const Seat& seat, std::string_view county, std::string_view unit);

/// An open matter, as far as it decides whose turn it is.
struct TurnPlace {
  MatterState state = MatterState::kReceived;
  /// The handler at the unit or the owner at the window; 0 without one that can act.
  std::int64_t responsible_id = 0;
  /// The owner, if they can act and the window has a task even while the unit has the matter: to
  /// renew the authorisation before it ends, or to read what changed in the measure. Else 0.
  std::int64_t window_task_of = 0;
  bool completing = false;  ///< the company completes its papers
};

/// The turn in an open matter. The window's own task comes first: it waits for nothing.
Turn turnOf(const Seat& seat, const TurnPlace& place);

}  // namespace policycalc::desk

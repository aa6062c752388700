#pragma once

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <vector>

#include "policycalc/desk/rules/deadlines.h"
#include "policycalc/desk/rules/matter_state.h"
#include "policycalc/desk/rules/seat.h"
#include "policycalc/desk/rules/turn.h"

namespace policycalc::store {

struct Matter;

/// What a text in the search box may mean. A matter fits if one part does; a part that is empty
/// fits none.
struct MatterSearch {
  std::string reference = {};
  std::string firm = {};                         ///< blind index of a credit code
  std::vector<std::int64_t> applicant_ids = {};  ///< whose names fit; erased ones are left out
  std::vector<std::string> measures = {};
};

/// The place of a matter in every list: the open ones first, by their due day; then the closed
/// ones, the latest end first. It orders them totally, so that a list can go on after any matter,
/// whatever has changed before it.
struct MatterPosition {
  bool closed = false;
  std::int64_t key = 0;  ///< the due day in days since 1970, or minus the second of the end
  std::int64_t id = 0;

  bool operator==(const MatterPosition&) const = default;
};
MatterPosition positionOf(const Matter& matter);

enum class MatterScope : std::uint8_t { kOpen, kClosed, kAll };

/// Which matters a list, its numbers and its export are about. Empty parts restrict nothing.
struct MatterQuery {
  /// Only what this seat sees by desk::sees(), a handler who can no longer act counting as none.
  std::optional<desk::Seat> seat;
  std::string county;
  std::string unit;
  std::optional<desk::MatterState> state;
  std::int64_t applicant_id = 0;
  std::optional<MatterSearch> search;
  MatterScope scope = MatterScope::kOpen;

  // The next seven find open matters only, but for kToTell, which finds closed ones.
  std::optional<desk::Turn> turn;             ///< for `seat`; without one nothing is mine
  std::optional<desk::Urgency> urgency;       ///< on the day of `now` at UTC+8
  bool returned = false;                      ///< sent back by the unit, and at the window since
  std::int64_t returned_times = 0;            ///< sent back at least so often; 0: any number
  bool inactive = false;                      ///< with a responsible account that cannot act
  bool permit_ends = false;                   ///< the authorisation is over by `permit_horizon`
  std::chrono::sys_seconds permit_horizon{};  ///< MatterCounts counts by it, too
  bool measure_moved = false;                 ///< the measure has changed or ended

  /// Closed ones only if they ended in this time, half-open.
  std::optional<std::chrono::sys_seconds> closed_from;
  std::optional<std::chrono::sys_seconds> closed_until;

  std::optional<MatterPosition> after;
  std::size_t most = std::numeric_limits<std::int32_t>::max();
};

/// How many matters there are. All but `found` and the turn kToTell are open ones that fit seat,
/// county, unit, state, applicant and search; those of kToTell are closed ones that fit these.
struct MatterCounts {
  std::size_t open = 0;
  std::array<std::size_t, 3> by_urgency{};  ///< in the order of desk::Urgency
  std::array<std::size_t, desk::kTurns.size()> by_turn{};
  std::size_t returned = 0;
  std::size_t permit_ends = 0;
  std::size_t measure_moved = 0;
  std::size_t found = 0;  ///< by the whole query

  bool operator==(const MatterCounts&) const = default;
};

}  // namespace policycalc::store

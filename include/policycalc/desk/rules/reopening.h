#pragma once

#include <chrono>
#include <cstdint>

#include "policycalc/desk/rules/matter_state.h"
#include "policycalc/desk/rules/seat.h"

namespace policycalc::desk {

/// How long a slip can be undone after the end of a matter was recorded.
inline constexpr std::chrono::minutes kUndoTime{10};

/// The end of a matter: its state, who recorded it (0: the service), and when.
struct RecordedEnd {
  MatterState state = MatterState::kFulfilled;
  std::int64_t staff_id = 0;
  std::chrono::sys_seconds at{};
};

/// Whether the holder of the seat may undo the end at `now`: within kUndoTime, by the person who
/// recorded it or a supervisor. What the company ended itself, and an authorisation that ran out,
/// cannot be undone.
bool mayUndo(const Seat& seat, const RecordedEnd& end, std::chrono::sys_seconds now);

/// Whether the holder of the seat may reopen a matter that ended so, at any time: a supervisor,
/// unless the authorisation ran out.
bool mayReopen(const Seat& seat, MatterState state);

}  // namespace policycalc::desk

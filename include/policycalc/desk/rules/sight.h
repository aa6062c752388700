#pragma once

#include <cstdint>
#include <string_view>

#include "policycalc/desk/rules/seat.h"

namespace policycalc::desk {

/// The parts of a matter that decide who sees it.
struct MatterPlace {
  std::string_view county;
  std::string_view unit;
  std::int64_t handler_id = 0;  ///< 0: no handler, or one who can no longer act
  bool handed_over = false;     ///< the unit has had it at some time
};

/// Whether the seat sees the matter:
/// - a clerk sees the matters of their county;
/// - a handler sees the matters they handle, those of an absent handler whom they stand in for, and
///   those without a handler that were handed over to their unit (in their county, if they have
///   one);
/// - a supervisor sees the matters that their seat covers;
/// - an administrator sees none.
bool sees(const Seat& seat, const MatterPlace& place);

/// Whether the seat sees the applicants of `county` without going through a matter. A clerk sees
/// those of their county. So does a supervisor, or all if they have no county; but a supervisor of
/// a unit sees none.
bool seesApplicantsOf(const Seat& seat, std::string_view county);

}  // namespace policycalc::desk

#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "policycalc/desk/rules/permission.h"

namespace policycalc::desk {

/// Where somebody of the staff sits, which says whose data they see.
struct Seat {
  Role role = Role::kHandler;
  std::int64_t staff_id = 0;
  std::string county;  ///< "": none or, for a supervisor or a handler, all
  std::string unit;    ///< "": none
};

/// What of a matter decides who sees it.
struct MatterPlace {
  std::string_view county;
  std::string_view unit;
  std::int64_t handler_id = 0;  ///< 0: nobody named
  bool handed_over = false;     ///< it has been with the unit at some time
};

/// A clerk sees the matters of their county; a handler those that are theirs by name and those that
/// were handed over to their unit, in their county if they have one, with nobody named; a
/// supervisor those of their county and unit, as far as they have them; an administrator none.
bool sees(const Seat& seat, const MatterPlace& place);

/// A clerk and a supervisor of windows see the applicants of their county, a supervisor without one
/// all; nobody else, a unit's supervisor among them, sees any but through a matter.
bool seesApplicantsOf(const Seat& seat, std::string_view county);

}  // namespace policycalc::desk

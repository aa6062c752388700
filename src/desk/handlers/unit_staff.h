#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "policycalc/catalogue/catalogue.h"
#include "policycalc/store/duty_handlers.h"
#include "policycalc/store/staff.h"

#include "desk/handlers/gaps.h"

namespace policycalc::desk {

/// How a unit that is responsible for measures is staffed.
struct UnitStaff {
  const catalogue::Unit* unit = nullptr;
  std::size_t measures = 0;  ///< that it is responsible for
  std::size_t accounts = 0;  ///< of the unit, that can handle matters
  std::int64_t duty_id = 0;  ///< its duty handler, who may no longer be able to act; 0: none
  bool duty_can = false;     ///< the duty handler can handle matters of the unit
  std::size_t gaps = 0;      ///< measures without a handler in some county
};

/// One for each unit that is responsible for a measure, in the order of the catalogue's units.
/// Pure; the result points into the catalogue.
std::vector<UnitStaff> unitStaff(const catalogue::Catalogue& catalogue,
                                 const std::vector<store::StaffMember>& members,
                                 const std::vector<store::DutyHandler>& on_duty,
                                 const std::vector<Gap>& gaps);

}  // namespace policycalc::desk

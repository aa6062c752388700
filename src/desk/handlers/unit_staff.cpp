#include "desk/handlers/unit_staff.h"

#include <algorithm>

#include "policycalc/desk/rules/handling.h"

#include "desk/door/signed_in.h"

namespace policycalc::desk {

std::vector<UnitStaff> unitStaff(const catalogue::Catalogue& catalogue,
                                 const std::vector<store::StaffMember>& members,
                                 const std::vector<store::DutyHandler>& on_duty,
                                 const std::vector<Gap>& gaps) {
  const auto& units = catalogue.registry().units();
  std::vector<UnitStaff> all(units.size());
  for (std::size_t i = 0; i < units.size(); ++i) all[i].unit = &units[i];
  for (const catalogue::Clause* measure : catalogue.measures()) {
    for (const auto& responsible : measure->units) ++all[responsible.unit].measures;
  }
  all.erase(std::remove_if(all.begin(), all.end(),
                           [](const UnitStaff& each) { return each.measures == 0; }),
            all.end());
  for (UnitStaff& each : all) {
    for (const store::DutyHandler& duty : on_duty) {
      if (duty.unit == each.unit->id) each.duty_id = duty.staff_id;
    }
    for (const store::StaffMember& member : members) {
      const Seat seat = seatOf(member);
      if (seat.unit == each.unit->id && canHandleAny(seat)) ++each.accounts;
      if (member.id == each.duty_id) each.duty_can = canBeOnDuty(seat, each.unit->id);
    }
    each.gaps = static_cast<std::size_t>(std::count_if(
        gaps.begin(), gaps.end(), [&](const Gap& gap) { return gap.unit == each.unit; }));
  }
  return all;
}

}  // namespace policycalc::desk

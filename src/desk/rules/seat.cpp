#include "policycalc/desk/rules/seat.h"

#include <algorithm>

namespace policycalc::desk {

bool covers(const Seat& seat, std::string_view county, std::string_view unit) {
  return (seat.county.empty() || seat.county == county) && (seat.unit.empty() || seat.unit == unit);
}

bool actsFor(const Seat& seat, std::int64_t staff_id) {
  return staff_id == seat.staff_id ||
         std::find(seat.stands_in_for.begin(), seat.stands_in_for.end(), staff_id) !=
             seat.stands_in_for.end();
}

bool canStandInFor(const Seat& substitute, const Seat& absent) {
  if (!substitute.active || substitute.staff_id == absent.staff_id) return false;
  if (!may(absent.role, Permission::kReadMatter)) return false;
  if (substitute.role == Role::kSupervisor) return covers(substitute, absent.county, absent.unit);
  if (substitute.role != absent.role) return false;
  return absent.role == Role::kClerk ? substitute.county == absent.county
                                     : substitute.unit == absent.unit;
}

std::vector<SeatFault> faultsOf(const SeatRequest& seat, const KnownPlaces& known) {
  std::vector<SeatFault> faults;
  if (seat.role && needsCounty(*seat.role) && !seat.county) {
    faults.push_back(SeatFault::kCountyMissing);
  }
  if (seat.role && needsUnit(*seat.role) && !seat.unit) faults.push_back(SeatFault::kUnitMissing);
  if (seat.county && !known.is_county(*seat.county)) faults.push_back(SeatFault::kUnknownCounty);
  if (seat.unit && !known.is_unit(*seat.unit)) faults.push_back(SeatFault::kUnknownUnit);
  return faults;
}

}  // namespace policycalc::desk

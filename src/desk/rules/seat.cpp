#include "policycalc/desk/rules/seat.h"

namespace policycalc::desk {

bool covers(const Seat& seat, std::string_view county, std::string_view unit) {
  return (seat.county.empty() || seat.county == county) && (seat.unit.empty() || seat.unit == unit);
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

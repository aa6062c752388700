#include "policycalc/desk/rules/sight.h"

namespace policycalc::desk {

bool sees(const Seat& seat, const MatterPlace& place) {
  switch (seat.role) {
    case Role::kClerk:
      return !seat.county.empty() && seat.county == place.county;
    case Role::kHandler:
      if (place.handler_id != 0) return actsFor(seat, place.handler_id);
      return place.handed_over && !seat.unit.empty() && seat.unit == place.unit &&
             (seat.county.empty() || seat.county == place.county);
    case Role::kSupervisor:
      return covers(seat, place.county, place.unit);
    case Role::kAdministrator:
    case Role::kKeeper:
      return false;
  }
  return false;
}

bool seesApplicantsOf(const Seat& seat, std::string_view county) {
  if (seat.role == Role::kClerk) return !seat.county.empty() && seat.county == county;
  return seat.role == Role::kSupervisor && seat.unit.empty() &&
         (seat.county.empty() || seat.county == county);
}

}  // namespace policycalc::desk

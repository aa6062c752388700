#include "policycalc/desk/rules/turn.h"

namespace policycalc::desk {

std::string_view nameOf(Turn turn) {
  switch (turn) {
    case Turn::kMine:
      return "mine";
    case Turn::kColleagues:
      return "colleagues";
    case Turn::kWindow:
      return "window";
    case Turn::kUnit:
      return "unit";
    case Turn::kNobody:
      return "nobody";
    case Turn::kCompany:
      return "company";
    case Turn::kToTell:
      return "to_tell";
  }
  return {};
}

std::optional<Turn> turnNamed(std::string_view name) {
  for (const Turn turn : kTurns) {
    if (nameOf(turn) == name) return turn;
  }
  return std::nullopt;
}

bool isAtUnit(MatterState state) {
  return state == MatterState::kHandedOver || state == MatterState::kInProgress;
}

bool isOfUnit(const Seat& seat) {
  return seat.role == Role::kHandler || (seat.role == Role::kSupervisor && !seat.unit.empty());
}

bool canOwn(const Seat& seat, std::string_view county, std::string_view unit) {
  if (!seat.active) return false;
  if (seat.role == Role::kClerk) return seat.county == county;
  return seat.role == Role::kSupervisor && covers(seat, county, unit);
}

Turn turnOf(const Seat& seat, const TurnPlace& place) {
  if (place.window_task_of != 0 && actsFor(seat, place.window_task_of)) return Turn::kMine;
  if (place.responsible_id == 0) return Turn::kNobody;
  if (place.completing) return Turn::kCompany;
  if (actsFor(seat, place.responsible_id)) return Turn::kMine;
  if (isAtUnit(place.state) == isOfUnit(seat)) return Turn::kColleagues;
  return isAtUnit(place.state) ? Turn::kUnit : Turn::kWindow;
}

}  // namespace policycalc::desk

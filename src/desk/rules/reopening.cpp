#include "policycalc/desk/rules/reopening.h"

namespace policycalc::desk {

bool mayUndo(const Seat& seat, const RecordedEnd& end, std::chrono::sys_seconds now) {
  if (!mustBeTold(end.state) || !may(seat.role, Permission::kWorkMatter)) return false;
  const bool is_theirs = seat.staff_id == end.staff_id || seat.role == Role::kSupervisor;
  return is_theirs && now >= end.at && now < end.at + kUndoTime;
}

bool mayReopen(const Seat& seat, MatterState state) {
  return may(seat.role, Permission::kReassign) && !isOpen(state) && state != MatterState::kExpired;
}

}  // namespace policycalc::desk

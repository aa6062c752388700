#include "policycalc/desk/rules/completion.h"

#include "policycalc/desk/rules/turn.h"

namespace policycalc::desk {

bool mayAwaitPapers(const Seat& seat, MatterState state) {
  if (!isOpen(state) || state == MatterState::kReceived) return false;
  if (!may(seat.role, Permission::kWorkMatter)) return false;
  return seat.role == Role::kSupervisor || isAtUnit(state) == (seat.role == Role::kHandler);
}

bool isCompletionDay(base::Date last, base::Date today, int longest, const Workdays& workdays) {
  return last > today && last <= workdays.addWorkdays(today, longest).day;
}

std::int64_t restOf(base::Date due, base::Date from, base::Date last, const Workdays& workdays) {
  return due < from ? 0 : workdays.workdaysBetween(from, last).workdays;
}

}  // namespace policycalc::desk

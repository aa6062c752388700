#include "policycalc/desk/rules/reminder.h"

namespace policycalc::desk {

std::optional<ReminderFault> faultOfReminder(const Seat& sender, const RemindedMatter& matter) {
  if (!matter.waits) return ReminderFault::kClosed;
  if (matter.completing) return ReminderFault::kCompleting;
  if (matter.to == 0) return ReminderFault::kNobody;
  if (actsFor(sender, matter.to)) return ReminderFault::kOwn;
  if (matter.reminded_today) return ReminderFault::kToday;
  return std::nullopt;
}

}  // namespace policycalc::desk

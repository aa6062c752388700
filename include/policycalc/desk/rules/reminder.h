#pragma once

#include <cstdint>
#include <optional>

#include "policycalc/desk/rules/seat.h"

namespace policycalc::desk {

/// A matter, as far as a reminder is concerned.
struct RemindedMatter {
  bool waits = false;           ///< it is open, or its company has to be told
  bool completing = false;      ///< it waits for its company
  std::int64_t to = 0;          ///< who has to act; 0 without an account that can
  bool reminded_today = false;  ///< the same person, by anyone
};

/// Why no reminder of a matter is recorded.
enum class ReminderFault : std::uint8_t {
  kClosed,
  kCompleting,
  kNobody,  ///< it waits for no one who can act: give it to a person
  kOwn,     ///< the sender would remind themselves
  kToday,   ///< once a day is enough
};

std::optional<ReminderFault> faultOfReminder(const Seat& sender, const RemindedMatter& matter);

}  // namespace policycalc::desk

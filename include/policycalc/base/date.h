#pragma once

#include <chrono>
#include <compare>
#include <string>
#include <string_view>

#include "policycalc/base/result.h"

namespace policycalc::base {

/// A calendar day, without time or zone. Text form is ISO 8601 `YYYY-MM-DD` only, years 1900-2999.
class Date {
 public:
  explicit Date(std::chrono::sys_days days) : days_(days) {}

  /// Fails with kInvalid for any other form and for days that do not exist (2025-02-29).
  static Result<Date> parse(std::string_view text);
  /// The first day that parse() takes.
  static Date first();

  std::string toString() const;
  std::chrono::sys_days days() const { return days_; }
  Date next() const { return Date(days_ + std::chrono::days(1)); }
  /// The same day a year later; 28 February after a 29th.
  Date yearLater() const;

  auto operator<=>(const Date&) const = default;

 private:
  std::chrono::sys_days days_;
};

/// Clocks in China are this much ahead of UTC, all year.
inline constexpr std::chrono::hours kChinaOffset{8};

/// The day in China at `time`.
inline Date dayInChina(std::chrono::sys_seconds time) {
  return Date(std::chrono::floor<std::chrono::days>(time + kChinaOffset));
}

/// When `day` begins in China.
inline std::chrono::sys_seconds beginInChina(Date day) {
  return std::chrono::sys_seconds(day.days()) - kChinaOffset;
}

}  // namespace policycalc::base

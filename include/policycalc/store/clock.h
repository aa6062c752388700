#pragma once

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <optional>

namespace policycalc::store {

class Database;

/// How far a clock may be past the confirmed time and still be believed: a service that is off over
/// a weekend needs no confirmation, a year typed wrong always does.
inline constexpr std::chrono::hours kFarAhead{72};

/// How far a clock may be before the confirmed time without a word about it: set right by a time
/// server, or by a person who mistook summer time.
inline constexpr std::chrono::hours kFarBehind{1};

/// What a clock is worth beside the confirmed time, the latest that was ever believed.
enum class ClockSense : std::uint8_t {
  kBelieved,
  kAhead,   ///< further past it than kFarAhead: nothing may end or be removed by this time
  kBehind,  ///< further before it than kFarBehind: nothing ends too early, so all goes on
};

/// The rule. `awake` is how long the computer has run since the confirmed time was seen: what the
/// uptime proves is no jump. Without a confirmed time every clock is believed.
constexpr ClockSense judgeClock(std::chrono::sys_seconds now,
                                std::optional<std::chrono::sys_seconds> confirmed,
                                std::chrono::seconds awake = {}) {
  if (!confirmed) return ClockSense::kBelieved;
  if (now - *confirmed > kFarAhead + awake) return ClockSense::kAhead;
  if (*confirmed - now > kFarBehind) return ClockSense::kBehind;
  return ClockSense::kBelieved;
}

/// The time by which things end: `now`, but the confirmed time while the clock is too far ahead.
constexpr std::chrono::sys_seconds endingTime(std::chrono::sys_seconds now,
                                              std::optional<std::chrono::sys_seconds> confirmed) {
  return judgeClock(now, confirmed) == ClockSense::kAhead ? *confirmed : now;
}

/// The time from which a term counts: `now`, but the confirmed time if that is later, so that what
/// is kept under a clock that is behind does not end when the clock is set right.
constexpr std::chrono::sys_seconds startingTime(std::chrono::sys_seconds now,
                                                std::optional<std::chrono::sys_seconds> confirmed) {
  return confirmed ? std::max(now, *confirmed) : now;
}

/// The confirmed time, kept in the database. Whatever the store ends or removes by time, it does by
/// endingTime(). Every function may be called from any thread and throws StoreError when the store
/// fails.
class Clock {
 public:
  /// `database` outlives this object.
  explicit Clock(Database& database) : database_(database) {}
  Clock(const Clock&) = delete;
  Clock& operator=(const Clock&) = delete;

  /// Nothing before the first call of observe() or confirm().
  std::optional<std::chrono::sys_seconds> confirmed() const;

  /// Judges `now` and keeps it as the confirmed time if it is believed and later. `awake`: see
  /// judgeClock().
  ClockSense observe(std::chrono::sys_seconds now, std::chrono::seconds awake);

  /// Makes `now` the confirmed time, whatever it was before. A person has checked the clock.
  void confirm(std::chrono::sys_seconds now);

 private:
  Database& database_;
};

}  // namespace policycalc::store

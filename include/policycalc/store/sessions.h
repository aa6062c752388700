#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace policycalc::store {

/// A member of the staff who is logged in on one browser.
struct StaffSession {
  std::string token_id;  ///< derived from the browser's token, one way: the store opens nothing
  std::int64_t staff_id = 0;
  std::string csrf;                         ///< what unsafe requests must repeat
  std::chrono::sys_seconds created_at{};    ///< of the log-in, UTC
  std::chrono::sys_seconds last_seen_at{};  ///< of the last request that was noted, UTC

  bool operator==(const StaffSession&) const = default;
};

/// The sessions of the staff. How long one lasts is the caller's to judge: the store only clears
/// away. Every function may be called from any thread and throws StoreError when the store fails.
class StaffSessions {
 public:
  virtual ~StaffSessions() = default;

  /// Keeps a new one. A token id that is taken, an empty one, an empty csrf, a NUL and a member
  /// that does not exist or is not active are refused with kConstraint.
  virtual void add(const StaffSession& session) = 0;

  virtual std::optional<StaffSession> find(std::string_view token_id) const = 0;

  /// Notes a request; never moves the time back. It is a write, so callers note one about every
  /// minute, not each. False if there is none: it is not made again.
  virtual bool touch(std::string_view token_id, std::chrono::sys_seconds now) = 0;

  /// False if there is none.
  virtual bool remove(std::string_view token_id) = 0;

  /// Ends all sessions of a member; returns how many.
  virtual std::size_t removeAllOf(std::int64_t staff_id) = 0;

  /// Removes those last seen before that time; returns how many.
  virtual std::size_t removeIdle(std::chrono::sys_seconds seen_before) = 0;

  /// Removes those that began before that time; returns how many.
  virtual std::size_t removeOld(std::chrono::sys_seconds created_before) = 0;
};

}  // namespace policycalc::store

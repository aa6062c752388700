#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "policycalc/store/audit.h"

namespace policycalc::store {

class Database;

/// A member of the staff who is logged in on one browser.
struct StaffSession {
  std::string token_id;  ///< derived from the browser's token, one way: it opens nothing
  std::int64_t staff_id = 0;
  std::string csrf;                         ///< what unsafe requests must repeat
  std::chrono::sys_seconds created_at{};    ///< of the log-in, UTC
  std::chrono::sys_seconds last_seen_at{};  ///< of the last request that was noted, UTC
  std::string network{};                    ///< where it began; "" if unknown
  std::chrono::sys_seconds password_at{};   ///< when the password was shown last, UTC
  std::chrono::sys_seconds factor_at{};     ///< when the second factor was shown; 1970: never

  bool operator==(const StaffSession&) const = default;
};

/// A session as its member names it.
struct ListedSession {
  std::int64_t id = 0;  ///< given by the store; used again after the session is gone
  StaffSession session;
};

/// The sessions of the staff. The caller judges how long one lasts. logIn(), logOut(), end() and
/// the like write their audit entry (object `session`, its id the member's) in the same commit.
/// Every function may be called from any thread and throws StoreError when the store fails.
class StaffSessions {
 public:
  /// `database` outlives this object.
  explicit StaffSessions(Database& database) : database_(database) {}
  StaffSessions(const StaffSessions&) = delete;
  StaffSessions& operator=(const StaffSessions&) = delete;

  /// Begins a session of a member who showed the password with that hash. False, and nothing is
  /// done, if the member has another hash by now, or may not log in. A token id that is taken, an
  /// empty one, an empty csrf and a NUL are refused with kConstraint.
  bool logIn(const StaffSession& session, std::string_view hash, const Actor& actor);

  std::optional<StaffSession> find(std::string_view token_id) const;

  /// Notes a request; never moves the time back. It is a write, so callers note one about every
  /// minute, not each. False if there is no such session, which is not made again.
  bool touch(std::string_view token_id, std::chrono::sys_seconds now);

  /// Notes that the password was shown again. False if there is no such session.
  bool notePassword(std::string_view token_id, std::chrono::sys_seconds now);

  /// The sessions of a member, the one seen last first.
  std::vector<ListedSession> listOf(std::int64_t staff_id) const;

  /// False if the member has no such session.
  bool end(std::int64_t staff_id, std::int64_t id, const Actor& actor);

  /// Ends the other sessions of the member whose session is `kept`; returns how many.
  std::size_t endOthers(const StaffSession& kept, const Actor& actor);

  /// False if there is no such session.
  bool logOut(std::string_view token_id, const Actor& actor);

  /// Ends all sessions of a member; returns how many.
  std::size_t logOutEverywhere(std::int64_t staff_id, const Actor& actor);

  /// Removes a session that has run out or that a log-in replaces: no act, so the trail is told
  /// nothing. False if there is no such session.
  bool remove(std::string_view token_id);

  /// Removes those last seen before that time; returns how many. Tells the trail nothing.
  std::size_t removeIdle(std::chrono::sys_seconds seen_before);

  /// Removes those that began before that time; returns how many. Tells the trail nothing.
  std::size_t removeOld(std::chrono::sys_seconds created_before);

 private:
  Database& database_;
};

}  // namespace policycalc::store

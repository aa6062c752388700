#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace policycalc::store {

/// Who does something, from where and when.
struct Actor {
  std::int64_t staff_id = 0;    ///< 0: the service itself
  std::string address;          ///< of the client, or `command line`; "" where none is known
  std::chrono::sys_seconds at;  ///< UTC
};

/// One line of the trail: that something was done, with the names of what was touched and never a
/// value.
struct AuditEntry {
  std::int64_t id = 0;  ///< given by the store, ascending
  Actor actor;
  std::string action;  ///< `added`, `changed`, `opened`, `exported`, …
  std::string object;  ///< `applicant`, `matter`, `handler`, `staff`, `session`, …
  std::int64_t object_id = 0;
  std::int64_t revision = 0;        ///< of the object, once it was done; 0 where it counts none
  std::string county;               ///< that of the object; "" where it has none
  std::vector<std::string> fields;  ///< what was touched; no name holds a blank
};

struct AuditQuery {
  std::string object;          ///< "" for any
  std::int64_t object_id = 0;  ///< 0 for any
  std::int64_t staff_id = 0;   ///< 0 for any
  std::string county;          ///< "" for all, else what concerns that county alone
  std::optional<std::chrono::sys_seconds> from;
  std::optional<std::chrono::sys_seconds> before;
  std::int64_t below = 0;  ///< only entries with a smaller id; 0 for no bound
  std::size_t most = 100;
};

/// What was done at the desk. It only grows: the database itself refuses to change or remove an
/// entry. The other parts of the store write their own entries, each in the commit of what it tells
/// of. Every function may be called from any thread and throws StoreError when the store fails.
class AuditTrail {
 public:
  virtual ~AuditTrail() = default;

  /// For what changes nothing in the store, or is told of apart. A NUL, a blank in a field's name
  /// and an empty action or object are refused with kConstraint. Returns the id.
  virtual std::int64_t append(const AuditEntry& entry) = 0;

  /// The latest first.
  virtual std::vector<AuditEntry> list(const AuditQuery& query) const = 0;

  /// What was done to an object after it had that revision, the earliest first: what somebody who
  /// looked at that revision has not seen.
  virtual std::vector<AuditEntry> since(std::string_view object, std::int64_t object_id,
                                        std::int64_t revision) const = 0;
};

}  // namespace policycalc::store

#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "policycalc/desk/rules/audit_words.h"

namespace policycalc::store {

class Database;

/// Who acts, from where and when.
struct Actor {
  std::int64_t staff_id = 0;    ///< 0: the service itself
  std::string address;          ///< the client's, or `command line`; "" if unknown
  std::chrono::sys_seconds at;  ///< UTC
};

/// One line of the trail: an act, with the names of what it touched and never a value.
struct AuditEntry {
  std::int64_t id = 0;  ///< given by the store, ascending
  Actor actor;
  desk::AuditAction action = desk::AuditAction::kAdded;
  desk::AuditObject object = desk::AuditObject::kApplicant;
  std::int64_t object_id = 0;
  std::int64_t revision = 0;        ///< the object's after the act; 0 if it has none
  std::string county;               ///< the object's; "" if it has none
  std::vector<std::string> fields;  ///< names of what was touched, without blanks
  std::string reference = {};       ///< of a matter; given by list(), "" for any other object
};

struct AuditQuery {
  std::optional<desk::AuditObject> object;  ///< any without one
  std::int64_t object_id = 0;               ///< 0 for any
  std::int64_t staff_id = 0;                ///< 0 for any
  std::string county;                       ///< "" for all
  std::string unit = {};       ///< only the unit's matters once they were handed over, and what its
                               ///< members did and what was done to their accounts; "" for all
  std::string reference = {};  ///< only the matter of this reference; "" for any
  std::string staff_name = {};  ///< only by members with this in their name; "" for any
  std::optional<std::chrono::sys_seconds> from;
  std::optional<std::chrono::sys_seconds> before;
  std::int64_t below = 0;  ///< only entries with a smaller id; 0 for no bound
  std::size_t most = 100;
};

/// What was done at the desk. The trail only grows: the database refuses to change or remove an
/// entry. The other parts of the store write an entry in the commit of each change. Every function
/// may be called from any thread and throws StoreError when the store fails.
class AuditTrail {
 public:
  /// `database` outlives this object.
  explicit AuditTrail(Database& database) : database_(database) {}
  AuditTrail(const AuditTrail&) = delete;
  AuditTrail& operator=(const AuditTrail&) = delete;

  /// For an act that changes nothing in the store, such as looking at a matter. A NUL and a field
  /// that is empty or holds a blank are refused with kConstraint. Returns the id.
  std::int64_t append(const AuditEntry& entry);

  /// The latest first.
  std::vector<AuditEntry> list(const AuditQuery& query) const;

  /// The changes of an object after that revision, the earliest first.
  std::vector<AuditEntry> since(desk::AuditObject object, std::int64_t object_id,
                                std::int64_t revision) const;

 private:
  Database& database_;
};

}  // namespace policycalc::store

#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "policycalc/store/audit.h"

namespace policycalc::store {

class Database;

/// The member of the staff who handles a measure in a unit.
struct HandlerAssignment {
  std::string measure;
  std::string county;  ///< district code; "" for every county without an entry
  std::string unit;
  std::int64_t staff_id = 0;

  bool operator==(const HandlerAssignment&) const = default;
};

/// The table of named handlers, one for a measure, county and unit. Every change writes its audit
/// entry (object `handler`, its id the named member's) in the same commit. Every function
/// may be called from any thread and throws StoreError when the store fails. A NUL, an empty
/// measure or unit and a member who does not exist are refused with kConstraint.
class Handlers {
 public:
  /// `database` outlives this object.
  explicit Handlers(Database& database) : database_(database) {}
  Handlers(const Handlers&) = delete;
  Handlers& operator=(const Handlers&) = delete;

  enum class Change : std::uint8_t { kDone, kOther };

  /// By measure, county and unit.
  std::vector<HandlerAssignment> list() const;

  /// The named member, by the county's entry, else by the entry for every county. 0 if there is
  /// none, or if that member's account is closed.
  std::int64_t find(std::string_view measure, std::string_view county, std::string_view unit) const;

  /// Names a member; 0 removes the entry. kOther, and nothing is done, if the entry names another
  /// member than `expected_staff_id` (0: there is no entry).
  Change set(const HandlerAssignment& assignment, std::int64_t expected_staff_id,
             const Actor& actor);

  /// Names each member, or removes the entry where that is 0, in one commit, regardless of
  /// who was named before. Entries that stay as they are leave no trace; returns how many changed.
  std::size_t setAll(const std::vector<HandlerAssignment>& assignments, const Actor& actor);

 private:
  Database& database_;
};

}  // namespace policycalc::store

#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "policycalc/store/audit.h"

namespace policycalc::store {

class Database;

/// Who handles the matters of a unit for which no other handler is named.
struct DutyHandler {
  std::string unit;
  std::int64_t staff_id = 0;

  bool operator==(const DutyHandler&) const = default;
};

/// The duty handlers, one a unit at most. Every change writes its audit entry (object `handler`,
/// its id the named member's) in the same commit. Every function may be called from any thread and
/// throws StoreError when the store fails. A NUL, an empty unit and a member who does not exist
/// are refused with kConstraint.
class DutyHandlers {
 public:
  /// `database` outlives this object.
  explicit DutyHandlers(Database& database) : database_(database) {}
  DutyHandlers(const DutyHandlers&) = delete;
  DutyHandlers& operator=(const DutyHandlers&) = delete;

  /// By unit.
  std::vector<DutyHandler> list() const;

  /// 0 if there is none, or if that member's account is closed.
  std::int64_t find(std::string_view unit) const;

  /// Names a member; 0 removes the entry. The member takes over the open matters that the unit has
  /// without a handler who can act, if they can handle them: returns how many. Nothing, and nothing
  /// is done, if the entry names another member than `expected_staff_id` (0: there is no entry).
  std::optional<std::size_t> set(const DutyHandler& next, std::int64_t expected_staff_id,
                                 const Actor& actor);

 private:
  Database& database_;
};

}  // namespace policycalc::store

#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "policycalc/base/date.h"
#include "policycalc/store/audit.h"
#include "policycalc/store/handing_on.h"

namespace policycalc::store {

class Database;

/// A member of the staff is away, and another acts for them.
struct Absence {
  std::int64_t staff_id = 0;
  std::int64_t substitute_id = 0;
  base::Date from = base::Date::first();  ///< days at UTC+8
  base::Date to = base::Date::first();    ///< the last one

  bool includes(base::Date day) const { return from <= day && day <= to; }
  bool operator==(const Absence&) const = default;
};

/// The absences, one a member: the present one, the next one or the last one. Every change writes
/// its audit entry (object `staff`, its id the absent member's) in the same commit. Every function
/// may be called from any thread and throws StoreError when the store fails. An unknown
/// member, a member as their own substitute, and a last day before the first are refused with
/// kConstraint.
class Absences {
 public:
  /// `database` outlives this object.
  explicit Absences(Database& database) : database_(database) {}
  Absences(const Absences&) = delete;
  Absences& operator=(const Absences&) = delete;

  /// Those that are not over on `day`, by member.
  std::vector<Absence> list(base::Date day) const;

  /// For whom the member acts on `day`: the absent ones whose substitute they are, and those for
  /// whom these would act. Ascending.
  std::vector<std::int64_t> standsInFor(std::int64_t staff_id, base::Date day) const;

  /// Takes the place of the member's earlier one. With `to`, which is not 0, this member takes the
  /// open matters that the absent one could act on and `to` can, in the same commit; the others
  /// stay. Nothing, and nothing is done, if the substitute is away on one of the days.
  std::optional<HandedOn> set(const Absence& absence, std::int64_t to, const Actor& actor);

  /// False if the member has none.
  bool remove(std::int64_t staff_id, const Actor& actor);

 private:
  Database& database_;
};

}  // namespace policycalc::store

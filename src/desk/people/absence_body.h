#pragma once

#include <cstdint>
#include <string_view>

#include "policycalc/base/date.h"
#include "policycalc/base/issue.h"
#include "policycalc/base/result.h"

namespace policycalc::desk {

/// How long an absence can be, in days.
inline constexpr int kLongestAbsence = 366;

struct AbsenceBody {
  base::Date from = base::Date::first();
  base::Date to = base::Date::first();  ///< the last day
  std::int64_t substitute_id = 0;
  std::int64_t matters_to = 0;  ///< who takes the open matters now; 0: they stay
};

/// The body of `PUT people/{id}/absence`. Reports all issues together, each with its pointer: those
/// of BodyFields, and `wrong_value` for a text that is no day, a last day that is over by `today`
/// or before the first one, an absence that is too long, and a wrong id.
base::Result<AbsenceBody, base::Issues> readAbsence(std::string_view body, base::Date today);

}  // namespace policycalc::desk

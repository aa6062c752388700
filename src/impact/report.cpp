#include "policycalc/impact/report.h"

#include <algorithm>
#include <numeric>

namespace policycalc::impact {

std::size_t FirmCounts::all() const {
  return std::accumulate(by_origin.begin(), by_origin.end(), std::size_t{0});
}

bool Report::turnsAny() const {
  return std::any_of(days.begin(), days.end(),
                     [](const Day& day) { return !day.turns.empty() || !day.amounts.empty(); });
}

}  // namespace policycalc::impact

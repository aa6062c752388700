#pragma once

#include "registry/sql/comparisons.h"
#include "registry/sql/used_facts.h"

namespace policycalc::registry::sql {

/// The steps from the tests to the verdicts.
struct MeasureSteps {
  Stage tests{"tests", {}};
  Stage conditions{"conditions", {}};  ///< whether each measure concerns the company and is met
  std::vector<StageColumn> verdicts;   ///< named by the measures' ids
};

/// The verdicts of engine::verdicts() for these measures. Reports a measure whose criteria the
/// database cannot compute exactly.
MeasureSteps measureSteps(Dialect dialect, const engine::Edition& edition, const Entries& measures,
                          base::Issues& issues);

}  // namespace policycalc::registry::sql

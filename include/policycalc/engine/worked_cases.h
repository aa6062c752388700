#pragma once

#include <memory>

#include "policycalc/base/issue.h"
#include "policycalc/catalogue/catalogue.h"

namespace policycalc::engine {

/// How many worked cases expect each kind of answer of a measure.
struct WorkedCaseCoverage {
  int yes = 0;      ///< eligible or conditional
  int no = 0;       ///< not eligible, not applicable, not in force
  int open = 0;     ///< undetermined
  int refused = 0;  ///< part of `no`: by a condition, not by date or deregistration
};

/// True if the measure has a condition, so that a verdict can be open. A measure for anyone without
/// `applies_when` and `requires` cannot miss a fact; its negative case is the day before it begins
/// or a deregistered company.
bool hasConditions(const catalogue::Clause& measure);

/// The result of runWorkedCases().
struct WorkedCaseReport {
  base::Issues issues;                                 ///< malformed cases and unmet expectations
  std::map<std::string, WorkedCaseCoverage> coverage;  ///< by measure id
  int expectations = 0;
};

/// Runs the worked cases of `cases/*.json` against a catalogue: compares verdicts and, if a case
/// states them, amounts, missing and unmet facts, units and `one_condition_away`. Also reports each
/// measure without a positive, a negative or an open case; a measure with conditions needs a
/// negative case that rests on them.
WorkedCaseReport runWorkedCases(const std::shared_ptr<const catalogue::Catalogue>& catalogue,
                                const catalogue::PolicyFiles& case_files);

}  // namespace policycalc::engine

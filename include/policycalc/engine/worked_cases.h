#pragma once

#include <memory>

#include "policycalc/base/issue.h"
#include "policycalc/catalogue/catalogue.h"

namespace policycalc::engine {

/// How often the worked cases expect each kind of answer from a measure.
struct WorkedCaseCoverage {
  int yes = 0;      ///< eligible or conditional
  int no = 0;       ///< not eligible, not applicable, not in force
  int open = 0;     ///< undetermined
  int refused = 0;  ///< of `no`: by a condition of the measure, not by date or deregistration
};

/// True if the measure asks something of a company, so that an answer can be open. A measure for
/// anyone, without `applies_when` and `requires`, cannot miss a fact: it has no open case, and its
/// no is the day before it begins or a deregistered company.
bool hasConditions(const catalogue::Clause& measure);

/// What running the worked cases showed.
struct WorkedCaseReport {
  base::Issues issues;  ///< malformed cases, and each expectation that the engine does not meet
  std::map<std::string, WorkedCaseCoverage> coverage;  ///< by measure id
  int expectations = 0;
};

/// Runs the worked cases of `cases/*.json` against a catalogue: verdicts, and where a case states
/// them amounts, missing and unmet facts, units and `one_condition_away`. Reports besides each
/// measure that lacks a yes, a no or an open case; one with conditions needs a no by them.
WorkedCaseReport runWorkedCases(const std::shared_ptr<const catalogue::Catalogue>& catalogue,
                                const catalogue::PolicyFiles& case_files);

}  // namespace policycalc::engine

#pragma once

#include <memory>

#include "policycalc/base/issue.h"
#include "policycalc/catalogue/catalogue.h"

namespace policycalc::engine {

/// How often the worked cases expect each kind of answer from a measure.
struct CaseCoverage {
  int yes = 0;   ///< eligible or conditional
  int no = 0;    ///< not eligible, not applicable, not in force
  int open = 0;  ///< undetermined
};

/// What running the worked cases showed.
struct CaseReport {
  base::Issues issues;  ///< malformed cases, and each expectation that the engine does not meet
  std::map<std::string, CaseCoverage> coverage;  ///< by measure id
  int expectations = 0;
};

/// Runs the worked cases of `cases/*.json` against a catalogue: verdicts, and where a case states
/// them amounts, missing and unmet facts, units and `one_condition_away`. Reports besides each
/// measure that lacks a yes, a no or an open case.
CaseReport runCases(const std::shared_ptr<const catalogue::Catalogue>& catalogue,
                    const catalogue::PolicyFiles& case_files);

}  // namespace policycalc::engine

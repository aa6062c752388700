#pragma once

#include <string>
#include <string_view>

#include "policycalc/criteria/criterion.h"
#include "policycalc/facts/size_standard.h"

namespace policycalc::test {

/// Parameters for tests, one on each line: `ceiling` 2,000,000 yuan, `share` 40 %, `second` 70 %,
/// `points` 3 percentage points, `staff` 20 persons, `years`, `days`, `fine` 10.005 yuan, `vast`
/// 10^37 yuan, and `dated`: 100 yuan in 2024, 200 in 2025, nothing before and after.
std::string smallParameters();

/// The names that criteria in tests may use; made once.
const criteria::Symbols& smallSymbols();

facts::FactIndex smallFact(std::string_view id);
facts::Knowledge smallKnowledge(std::string_view profile);
base::Date dateOf(std::string_view text);

/// Truth of a criterion for a profile on a day.
criteria::Truth truthOf(std::string_view leaf, std::string_view profile,
                        std::string_view day = "2024-06-01");

/// The criterion and the term in a text, which must be valid.
criteria::Criterion criterionOf(std::string_view text);
criteria::Term termOf(std::string_view text);

/// The exact value, "nothing" or "overflow".
std::string valueOf(std::string_view term, std::string_view profile = "{}",
                    std::string_view day = "2024-06-01");

}  // namespace policycalc::test

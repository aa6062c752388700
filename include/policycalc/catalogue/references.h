#pragma once

#include <string>
#include <vector>

#include "policycalc/base/date.h"
#include "policycalc/catalogue/catalogue.h"

namespace policycalc::catalogue {

/// The clauses that use a parameter: their ids, each once, in the order of the notice.
struct ParameterUse {
  std::vector<std::string> criteria;  ///< in a condition of the measure, its units or its benefits
  std::vector<std::string> amounts;
  std::vector<std::string> texts;  ///< as a placeholder, in any language
};

/// One for each of catalogue.parameters(), by index. Pure.
std::vector<ParameterUse> useOfParameters(const Catalogue& catalogue);

/// The citations on which a clause rests besides its first source: further sources, those of its
/// conditions, figures and caveats. Each once; without documents that are not in force on `day`.
/// The catalogue owns them. Pure.
std::vector<const criteria::Citation*> basisOf(const Clause& clause, const Catalogue& catalogue,
                                               base::Date day);

}  // namespace policycalc::catalogue

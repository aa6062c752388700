#pragma once

#include <vector>

#include "policycalc/catalogue/catalogue.h"

namespace policycalc::catalogue {

using Measures = std::vector<const Clause*>;

/// Groups the measures of one cell by a quantity. Two measures belong together if they compare it
/// with the same figure on some day, or if one excludes the other, directly or through a third.
/// (Support for firms of up to 300 people and a subsidy from 20 people are unrelated, not a faulty
/// division.)
std::vector<Measures> groupsByQuantity(const Catalogue& catalogue, facts::FactIndex fact,
                                       const Measures& measures);

}  // namespace policycalc::catalogue

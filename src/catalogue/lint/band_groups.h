#pragma once

#include <vector>

#include "policycalc/catalogue/catalogue.h"

namespace policycalc::catalogue {

using Measures = std::vector<const Clause*>;

/// Measures of one cell, parted into those that belong together by a quantity: they compare it with
/// the same figure on some day, or one excludes the other, directly or through a third. (Support
/// for firms of up to 300 people here and a subsidy from 20 people there are two matters, not a
/// faulty division.)
std::vector<Measures> groupsByQuantity(const Catalogue& catalogue, facts::FactIndex fact,
                                       const Measures& measures);

}  // namespace policycalc::catalogue

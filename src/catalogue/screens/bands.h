#pragma once

#include "policycalc/catalogue/screens.h"

namespace policycalc::catalogue {

/// An option for each class of each industry of the size standard, shown for that industry: a
/// company has the lowest class that any of its figures gives, so one sentence names each class.
std::vector<ScreenOption> bandOptions(const facts::Vocabulary& vocabulary,
                                      const facts::SizeStandard& standard);

/// When a figure can matter to the size: for an unknown industry, and for those that count it.
/// Nothing if all do, or if `fact` is not such a figure.
std::optional<ScreenCondition> whenCounted(facts::FactIndex fact,
                                           const facts::Vocabulary& vocabulary,
                                           const facts::SizeStandard& standard);

}  // namespace policycalc::catalogue

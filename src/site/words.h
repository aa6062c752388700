#pragma once

#include <string_view>

#include "policycalc/catalogue/measure.h"
#include "policycalc/engine/edition.h"

#include "site/template/data.h"

namespace policycalc::site {

Label wordFor(catalogue::Kind kind);
/// The level of a unit, as a heading.
Label levelName(std::string_view level);
Label topicName(const catalogue::Clause& measure, const catalogue::Catalogue& catalogue);
Label itemName(int item);

/// The amount that a benefit promises, for people; empty if it promises none.
Label amountOf(const catalogue::Amount& amount, const engine::Edition& edition);

/// `有效期到 2024-12-31 为止…` for a measure that is not in force on that day; else empty.
Label outOfForce(const catalogue::Validity& valid, base::Date day);

/// A source with its link: {text, href}. A place in the notice leads to its item.
Data sourceLink(const criteria::Citation& citation, const catalogue::Catalogue& catalogue);
std::string sourceText(const criteria::Citation& citation, const catalogue::Catalogue& catalogue);

/// Units as {text, href}.
std::vector<Data> unitLinks(const std::vector<std::size_t>& units,
                            const catalogue::Registry& registry);
std::vector<Data> responsibleUnits(const catalogue::Clause& clause,
                                   const catalogue::Registry& registry);

}  // namespace policycalc::site

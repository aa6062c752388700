#pragma once

#include "policycalc/catalogue/catalogue.h"

#include "registry/sql/stages.h"

namespace policycalc::registry::sql {

/// The stages from `given` to the possible size industries: what the code's letter and digits are,
/// which industries they allow, and which are possible with the industry given. The same as
/// facts::deriveIndustry().
std::vector<Stage> industryStages(Dialect dialect, const catalogue::Catalogue& catalogue);

/// Columns of the last of these stages: the mask of the possible industries; whether the standard
/// does not size the code's industry, unknown without a code.
Expression possibleIndustries(const facts::Vocabulary& vocabulary);
Expression isOutsideStandard();

}  // namespace policycalc::registry::sql

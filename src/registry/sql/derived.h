#pragma once

#include "policycalc/catalogue/catalogue.h"

#include "registry/sql/stages.h"

namespace policycalc::registry::sql {

/// Whether the fact is one of the three that facts::derive() derives.
bool isDerived(const facts::KnownFacts& known, facts::FactIndex fact);

/// The stages after those of the industry: the classes by the figures, then the possible sizes. The
/// same as facts::deriveSize().
std::vector<Stage> sizeStages(const catalogue::Catalogue& catalogue);

/// The stage of the possible owners. The same as facts::deriveOwner().
Stage ownerStage(const catalogue::Catalogue& catalogue);

}  // namespace policycalc::registry::sql

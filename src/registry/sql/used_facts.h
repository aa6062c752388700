#pragma once

#include <set>
#include <vector>

#include "policycalc/engine/edition.h"

namespace policycalc::registry::sql {

using Entries = std::vector<const engine::Edition::Entry*>;

struct UsedFacts {
  std::set<facts::FactIndex> tested;  ///< that criteria compare
  /// Whose columns are read: besides the tested ones those from which size, industry and owner are
  /// derived, the place and the state of registration.
  std::set<facts::FactIndex> read;
};

/// The facts that decide the verdicts of the measures on this day.
UsedFacts usedFacts(const catalogue::Catalogue& catalogue, const Entries& measures);

}  // namespace policycalc::registry::sql

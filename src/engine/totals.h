#pragma once

#include <vector>

#include "policycalc/engine/match.h"

namespace policycalc::engine {

/// The sums over the outcomes of one match.
Totals totalsOf(const std::vector<Outcome>& outcomes);

}  // namespace policycalc::engine

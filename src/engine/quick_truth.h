#pragma once

#include "policycalc/criteria/truth.h"
#include "policycalc/engine/edition.h"

namespace policycalc::engine {

/// Truth of a criterion alone, without the truth of its parts: a branch is left as soon as it is
/// decided. The same as evaluateTree() gives for the root.
criteria::Truth quickTruth(const criteria::Criterion& root, const std::vector<Edition::Node>& nodes,
                           const Edition& edition, const facts::Knowledge& knowledge);

/// Of a condition: false where there is none.
bool holds(const Edition::Condition& condition, const Edition& edition,
           const facts::Knowledge& knowledge);

}  // namespace policycalc::engine

#pragma once

#include "policycalc/criteria/truth.h"
#include "policycalc/engine/edition.h"

namespace policycalc::engine {

/// Truth of a whole criterion, the same as evaluateTree() gives for the root. Stops in each branch
/// as soon as it is decided.
criteria::Truth quickTruth(const criteria::Criterion& root, const std::vector<Edition::Node>& nodes,
                           const Edition& edition, const facts::Knowledge& knowledge);

/// Whether a condition is met; false without a condition.
bool holds(const Edition::Condition& condition, const Edition& edition,
           const facts::Knowledge& knowledge);

}  // namespace policycalc::engine

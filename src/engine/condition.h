#pragma once

#include "policycalc/engine/edition.h"
#include "policycalc/facts/knowledge.h"

namespace policycalc::engine {

/// Whether a condition is met; false without a condition. For the few conditions that no verdict
/// depends on, such as those of units: they are walked where they are asked.
bool holds(const Edition::Condition& condition, const Edition& edition,
           const facts::Knowledge& knowledge);

}  // namespace policycalc::engine

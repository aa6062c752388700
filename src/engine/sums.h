#pragma once

#include <vector>

#include "policycalc/engine/match.h"

namespace policycalc::engine {

/// Sets what follows from the outcomes of a match together: counts, totals and questions.
void sumUp(Match& match, const facts::Vocabulary& vocabulary);

/// What chosenOf() does, in place.
void keepChosen(Match& match, const Edition& edition, const std::vector<bool>& chosen);

}  // namespace policycalc::engine

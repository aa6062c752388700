#pragma once

#include <map>
#include <string>
#include <vector>

#include "policycalc/engine/match.h"

namespace policycalc::test {

/// The outcomes by the id of their measure. They point into the match.
std::map<std::string, const engine::Outcome*> byId(const engine::Match& match);

/// True if a leaf that was decided before is not the same after.
bool turned(const std::vector<criteria::Truth>& before, const std::vector<criteria::Truth>& after);

/// Ids of the measures of which something decided turned round from one answer to the next, each
/// with a space. A refusal may become "does not concern you": scope and situation may be learnt
/// after it.
std::string whatTurned(const engine::Match& before, const engine::Match& after);

}  // namespace policycalc::test

#pragma once

#include <map>
#include <span>
#include <string>
#include <vector>

#include "policycalc/engine/match.h"

namespace policycalc::test {

/// The outcomes by measure id; they point into the match.
std::map<std::string, const engine::Outcome*> byId(const engine::Match& match);

/// True if a leaf that was decided has changed.
bool turned(std::span<const criteria::Truth> before, std::span<const criteria::Truth> after);

/// Ids of the measures in which something decided changed between two answers, each with a space. A
/// refusal may become "does not concern you", because scope and situation may be learnt later.
std::string whatTurned(const engine::Match& before, const engine::Match& after);

}  // namespace policycalc::test

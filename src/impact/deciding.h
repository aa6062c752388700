#pragma once

#include <vector>

#include "policycalc/engine/match.h"
#include "policycalc/impact/report.h"

namespace policycalc::impact {

/// What makes the verdict of `outcome` anything but a yes: the failed conditions, the open ones,
/// the scope or the period of validity. Empty for a yes.
std::vector<Deciding> decidingFor(const engine::Outcome& outcome, const engine::Edition& edition,
                                  bool is_after);

/// The texts of all conditions of a measure.
std::vector<std::string> conditionsOf(const engine::Edition::Entry& entry);

/// Those of `deciding` that `others`, the conditions of the other catalogue, do not have; all of
/// them if that leaves none.
std::vector<Deciding> changedOnes(const std::vector<Deciding>& deciding,
                                  const std::vector<std::string>& others);

}  // namespace policycalc::impact

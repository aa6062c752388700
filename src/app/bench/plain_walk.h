#pragma once

#include <vector>

#include "policycalc/engine/edition.h"
#include "policycalc/engine/verdict_code.h"
#include "policycalc/facts/profile.h"

namespace policycalc::app {

/// The verdicts on all measures by walking over their trees, node by node, as a program does that
/// compiles nothing: the yardstick of `policycalc bench`.
std::vector<engine::Verdict> walkedVerdicts(const engine::Edition& edition,
                                            const facts::Profile& profile);

}  // namespace policycalc::app

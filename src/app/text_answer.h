#pragma once

#include <string>

#include "policycalc/api/match_request.h"
#include "policycalc/engine/match.h"

namespace policycalc::app {

/// The answer as a clerk reads it in a terminal: totals, then the measures by verdict with amounts,
/// units, what is missing and what stands in the way. Chinese.
std::string textAnswer(const api::MatchRequest& request, base::Date as_of,
                       const engine::Match& match, const engine::Edition& edition);

}  // namespace policycalc::app

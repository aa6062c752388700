#pragma once

#include <string>

#include "policycalc/engine/match.h"
#include "policycalc/web/match/match_request.h"

namespace policycalc::app {

/// The answer in Chinese for a clerk at a terminal, with all that the page says: totals with their
/// caveats, then the measures by verdict with amounts (unless the measure does not apply), units,
/// missing facts, unmet conditions, next step, channels, caveats and sources. `brief` leaves out
/// everything from the next step on.
std::string textAnswer(const web::MatchRequest& request, base::Date as_of,
                       const engine::Match& match, const engine::Edition& edition, bool brief);

}  // namespace policycalc::app

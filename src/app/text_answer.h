#pragma once

#include <string>

#include "policycalc/engine/match.h"
#include "policycalc/web/match/match_request.h"

namespace policycalc::app {

/// The answer as a clerk reads it in a terminal, with all that the page says: totals with their
/// caveats, then the measures by verdict with amounts (not where they do not apply), units, what is
/// missing and what stands in the way, next step, channels, caveats and sources. `brief` leaves out
/// all from the next step on. Chinese.
std::string textAnswer(const web::MatchRequest& request, base::Date as_of,
                       const engine::Match& match, const engine::Edition& edition, bool brief);

}  // namespace policycalc::app

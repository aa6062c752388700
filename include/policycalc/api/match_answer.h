#pragma once

#include <string>

#include "policycalc/api/match_request.h"
#include "policycalc/api/rendering.h"
#include "policycalc/base/date.h"
#include "policycalc/engine/match.h"

namespace policycalc::api {

/// The program's version, as answers carry it.
std::string_view programVersion();

/// Writes the answer of design §6. `rendering` is of the request's catalogue and of the day.
std::string writeMatchAnswer(const MatchRequest& request, base::Date as_of,
                             const engine::Match& match, const Rendering& rendering);

}  // namespace policycalc::api

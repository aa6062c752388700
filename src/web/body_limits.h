#pragma once

#include "policycalc/json/reader.h"

namespace policycalc::web {

/// Of the body of a request: many times what any form of this service has.
inline constexpr json::ReadLimits kBodyLimits{.max_values = 10'000};

}  // namespace policycalc::web

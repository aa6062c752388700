#pragma once

#include "policycalc/base/date.h"

namespace policycalc::app {

/// Today in China: UTC+8, without daylight saving time.
base::Date today();

}  // namespace policycalc::app

#pragma once

#include <chrono>

#include "policycalc/base/date.h"

namespace policycalc::app {

/// Today in China: UTC+8, without daylight saving time.
base::Date today();

/// The current second, UTC.
std::chrono::sys_seconds now();

/// How long the computer has run, with the time that it slept. It cannot be set.
std::chrono::seconds awake();

}  // namespace policycalc::app

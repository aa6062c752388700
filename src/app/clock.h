#pragma once

#include <chrono>

#include "policycalc/base/date.h"

namespace policycalc::app {

/// Today in China by now(): UTC+8, without daylight saving time.
base::Date today();

/// The second, UTC, by which this process goes: the machine's, corrected. Any thread.
std::chrono::sys_seconds now();

/// What now() adds to the machine's time: where a database server is behind several services, all
/// of them go by its clock. 0 until it is set. Any thread.
void correctClock(std::chrono::seconds correction);
std::chrono::seconds clockCorrection();

/// The second, UTC, that this machine's clock shows.
std::chrono::sys_seconds machineTime();

/// How long the computer has run, with the time that it slept. It cannot be set.
std::chrono::seconds awake();

}  // namespace policycalc::app

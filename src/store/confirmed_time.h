#pragma once

#include <chrono>
#include <cstdint>
#include <optional>

#include <soci/session.h>

#include "policycalc/store/clock.h"

/// The confirmed time within a job: see Clock. Both throw SOCI's exceptions.
namespace policycalc::store {

std::optional<std::chrono::sys_seconds> confirmedTime(soci::session& session);

/// endingTime() of `now`, as it is bound. Every condition by which something is over uses it.
std::int64_t endingSeconds(soci::session& session, std::chrono::sys_seconds now);

}  // namespace policycalc::store

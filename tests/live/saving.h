#pragma once

#include <chrono>
#include <string>
#include <string_view>

#include "live/live_service.h"

namespace policycalc::live {

inline constexpr std::string_view kMine = "/api/v1/profiles/mine";

/// A body for POST: a company named `name`, kept for 30 days.
std::string savedBody(std::string_view name = "赣州某某食品厂", std::string_view more = {});
/// A body for PUT, a change of `revision`; `more` are further members, each with a comma before it.
std::string changedBody(int revision, std::string_view name, std::string_view more = {});

/// Saves and gives the code.
std::string save(const LiveService& service, std::string_view body = savedBody());

/// The time left of a profile of savedBody(), up to the end of 25 December at UTC+8.
inline constexpr std::chrono::seconds kUntilLastSecond =
    std::chrono::days(30) + std::chrono::hours(8) - std::chrono::seconds(1);

/// A code that is well-formed and opens nothing.
inline constexpr std::string_view kWrongCode = "0123-4567-89AB-CDEF-GHJKM-NPQRS";

}  // namespace policycalc::live

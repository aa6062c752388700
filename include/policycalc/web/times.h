#pragma once

#include <chrono>
#include <string>

namespace policycalc::web {

/// `2026-11-25T08:00:00Z`.
std::string utcText(std::chrono::sys_seconds time);

}  // namespace policycalc::web

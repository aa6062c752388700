#pragma once

#include <chrono>
#include <string>

namespace policycalc::app {

/// `2026-11-25 16:00`, the time in China.
std::string chinaTime(std::chrono::sys_seconds time);

}  // namespace policycalc::app

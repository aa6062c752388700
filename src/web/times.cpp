#include "policycalc/web/times.h"

#include <array>
#include <cstdio>

#include "policycalc/base/date.h"

namespace policycalc::web {

std::string utcText(std::chrono::sys_seconds time) {
  const auto day = std::chrono::floor<std::chrono::days>(time);
  const std::chrono::hh_mm_ss clock(time - day);
  std::array<char, 16> text{};
  std::snprintf(text.data(), text.size(), "T%02d:%02d:%02dZ",
                static_cast<int>(clock.hours().count()), static_cast<int>(clock.minutes().count()),
                static_cast<int>(clock.seconds().count()));
  return base::Date(day).toString() + text.data();
}

}  // namespace policycalc::web

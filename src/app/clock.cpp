#include "app/clock.h"

namespace policycalc::app {

base::Date today() {
  return base::Date(
      std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now() + base::kChinaOffset));
}

std::chrono::sys_seconds now() {
  return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
}

}  // namespace policycalc::app

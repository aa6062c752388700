#include "app/clock.h"

namespace policycalc::app {

base::Date today() {
  using std::chrono::hours;
  constexpr hours kChinaOffset{8};
  return base::Date(
      std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now() + kChinaOffset));
}

std::chrono::sys_seconds now() {
  return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
}

}  // namespace policycalc::app

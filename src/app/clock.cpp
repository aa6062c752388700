#include "app/clock.h"

#include <chrono>

namespace policycalc::app {

base::Date today() {
  using std::chrono::hours;
  constexpr hours kChinaOffset{8};
  return base::Date(
      std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now() + kChinaOffset));
}

}  // namespace policycalc::app

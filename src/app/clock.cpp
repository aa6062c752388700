#include "app/clock.h"

namespace policycalc::app {

base::Date today() {
  return base::dayInChina(now());
}

std::chrono::sys_seconds now() {
  return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
}

}  // namespace policycalc::app

#include "app/clock.h"

#include <ctime>

namespace policycalc::app {

std::chrono::sys_seconds machineTime() {
  return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
}

std::chrono::seconds awake() {
  timespec time{};
  ::clock_gettime(CLOCK_BOOTTIME, &time);
  return std::chrono::seconds(time.tv_sec);
}

}  // namespace policycalc::app

#include <atomic>

#include "app/clock.h"

namespace policycalc::app {
namespace {

std::atomic<std::chrono::seconds> correction{std::chrono::seconds(0)};

}  // namespace

base::Date today() {
  return base::dayInChina(now());
}

std::chrono::sys_seconds now() {
  return machineTime() + clockCorrection();
}

void correctClock(std::chrono::seconds next) {
  correction = next;
}

std::chrono::seconds clockCorrection() {
  return correction;
}

}  // namespace policycalc::app

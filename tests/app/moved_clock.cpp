// A clock that a test can move. It replaces src/app/clock.cpp in a program for tests, so that the
// real program cannot be moved. The file that TESTED_CLOCK names holds the seconds to add; it is
// read each time.

#include <cstdint>
#include <cstdlib>
#include <fstream>

#include "app/clock.h"

namespace policycalc::app {
namespace {

std::chrono::seconds moved() {
  const char* file = std::getenv("TESTED_CLOCK");
  std::int64_t seconds = 0;
  if (file != nullptr) std::ifstream(file) >> seconds;
  return std::chrono::seconds(seconds);
}

}  // namespace

std::chrono::sys_seconds machineTime() {
  return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now()) + moved();
}

/// The computer ran through all of it, so that the moved time is believed.
std::chrono::seconds awake() {
  const auto since = std::chrono::steady_clock::now().time_since_epoch();
  return std::chrono::floor<std::chrono::seconds>(since) + moved();
}

}  // namespace policycalc::app

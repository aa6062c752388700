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

std::chrono::sys_seconds now() {
  return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now()) + moved();
}

base::Date today() {
  return base::dayInChina(now());
}

}  // namespace policycalc::app

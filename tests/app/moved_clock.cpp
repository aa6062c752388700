// The program with a clock that a test moves: these two take the place of src/app/clock.cpp, so
// that the program itself has no such lever. The file that TESTED_CLOCK names says by how many
// seconds; it is read each time.

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

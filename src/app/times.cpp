#include "app/times.h"

#include <cstdint>

#include "policycalc/base/date.h"

namespace policycalc::app {

std::string chinaTime(std::chrono::sys_seconds time) {
  const base::Date day = base::dayInChina(time);
  const auto minutes =
      std::chrono::floor<std::chrono::minutes>(time - base::beginInChina(day)).count();
  const auto two = [](std::int64_t number) {
    return (number < 10 ? "0" : "") + std::to_string(number);
  };
  return day.toString() + " " + two(minutes / 60) + ":" + two(minutes % 60);
}

}  // namespace policycalc::app

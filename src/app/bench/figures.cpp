#include "app/bench/figures.h"

#include <algorithm>
#include <cmath>

namespace policycalc::app {
namespace {

constexpr double kNanosecond = 1e-9;

}  // namespace

Figures figuresOf(double seconds, double walk, std::size_t firms, std::size_t bytes) {
  seconds = std::max(seconds, kNanosecond);
  const auto count = static_cast<double>(firms);
  return {
      std::llround(count / seconds),
      std::llround(seconds / kNanosecond / count),
      std::llround(static_cast<double>(bytes) / seconds),
      {static_cast<base::Int128>(std::llround(100 * (std::max(walk, kNanosecond) / seconds))), 2}};
}

}  // namespace policycalc::app

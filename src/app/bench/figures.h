#pragma once

#include <cstddef>
#include <cstdint>

#include "policycalc/base/decimal.h"

namespace policycalc::app {

/// How fast a way of matching is, rounded to whole units.
struct Figures {
  std::int64_t firms_a_second = 0;
  std::int64_t nanoseconds = 0;  ///< a company
  std::int64_t bytes_a_second = 0;
  base::Decimal ratio;  ///< to the plain walk, two decimals
};

/// The figures of a way that takes `seconds` for `firms` companies in `bytes` of input, where the
/// plain walk takes `walk` seconds. A way as fast as the walk has the ratio 1.
Figures figuresOf(double seconds, double walk, std::size_t firms, std::size_t bytes);

}  // namespace policycalc::app

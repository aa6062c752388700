#pragma once

#include <string_view>

#include "policycalc/base/decimal.h"

#include "base/require.h"

namespace policycalc::base {

/// The decimal that `text` spells; the test case ends if `text` is not a number.
inline Decimal decimal(std::string_view text) {
  return require(Decimal::parse(text));
}

/// The largest mantissa and the smallest one that can be read: ±(2^127 - 1).
constexpr std::string_view kLargest = "170141183460469231731687303715884105727";
constexpr std::string_view kSmallest = "-170141183460469231731687303715884105727";

}  // namespace policycalc::base

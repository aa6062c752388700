#pragma once

#include <cstdint>
#include <string_view>

namespace policycalc::criteria {

/// Three-valued truth. The order makes Kleene's `and` the minimum and `or` the maximum.
enum class Truth : std::uint8_t { kNotMet = 0, kUnknown = 1, kMet = 2 };

constexpr Truth both(Truth a, Truth b) {
  return a < b ? a : b;
}
constexpr Truth either(Truth a, Truth b) {
  return a < b ? b : a;
}
constexpr Truth negate(Truth a) {
  return static_cast<Truth>(2 - static_cast<int>(a));
}

/// "true", "false" or "unknown", as in the API.
constexpr std::string_view toString(Truth truth) {
  constexpr std::string_view kNames[] = {"false", "unknown", "true"};
  return kNames[static_cast<int>(truth)];
}

}  // namespace policycalc::criteria

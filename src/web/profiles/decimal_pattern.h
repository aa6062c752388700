#pragma once

#include <string>
#include <string_view>

namespace policycalc::web {

/// The largest number that is taken, in digits: `{"92233720368547758", "07"}`. It has as many
/// decimals as any number may have.
struct LargestDecimal {
  std::string_view whole;
  std::string_view decimals;
};

/// A regular expression of JSON Schema for the texts of decimals from 0 to `most` that the service
/// takes: no sign but that of `-0`, no needless zero in front, any number of zeros at the end.
std::string decimalPattern(const LargestDecimal& most);

}  // namespace policycalc::web

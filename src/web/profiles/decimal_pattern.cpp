#include "web/profiles/decimal_pattern.h"

#include <cstddef>

namespace policycalc::web {
namespace {

/// `digits` that are followed by any others, as many as `more`.
std::string then(std::string digits, std::size_t more) {
  if (more == 0) return digits;
  return digits + "[0-9]" + (more == 1 ? "" : "{" + std::to_string(more) + "}");
}

/// One digit from `first` to `last`.
std::string digitFrom(char first, char last) {
  if (first == last) return {first};
  return std::string("[") + first + "-" + last + "]";
}

/// The texts of the same length that are less, each alternative ending with `|`.
std::string lessThan(std::string_view digits, char least_first) {
  std::string alternatives;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    const char least = i == 0 ? least_first : '0';
    if (digits[i] <= least) continue;
    const char last = static_cast<char>(digits[i] - 1);
    alternatives +=
        then(std::string(digits.substr(0, i)) + digitFrom(least, last), digits.size() - i - 1) +
        "|";
  }
  return alternatives;
}

/// Whole numbers from 1 that are less than `digits`, which are at least two.
std::string lessThanWhole(std::string_view digits) {
  const std::size_t more = digits.size() - 2;
  std::string alternatives = lessThan(digits, '1');
  alternatives += "[1-9]";
  if (more > 0) alternatives += "[0-9]{0," + std::to_string(more) + "}";
  return alternatives;
}

/// The decimals from nothing to `decimals`, with their point.
std::string upTo(std::string_view decimals) {
  std::string alternatives;
  for (std::size_t i = 0; i < decimals.size(); ++i) {
    if (decimals[i] == '0') continue;
    const std::size_t more = decimals.size() - i - 1;
    std::string less = digitFrom('0', static_cast<char>(decimals[i] - 1));
    if (more > 0) less += "[0-9]{0," + std::to_string(more) + "}";
    // What is equal so far may end there.
    alternatives += std::string(decimals.substr(0, i));
    alternatives += i == 0 ? less + "0*|" : "(?:" + less + ")?0*|";
  }
  const std::string_view significant = decimals.substr(0, decimals.find_last_not_of('0') + 1);
  const std::string equal = significant.empty() ? "0+" : std::string(significant) + "0*";
  return "(?:\\.(?:" + alternatives + equal + "))?";
}

}  // namespace

std::string decimalPattern(const LargestDecimal& most) {
  const std::string any = "(?:\\.[0-9]{1," + std::to_string(most.decimals.size()) + "}0*)?";
  return "^(?:-?0(?:\\.0+)?|(?:0|" + lessThanWhole(most.whole) + ")" + any + "|" +
         std::string(most.whole) + upTo(most.decimals) + ")$";
}

}  // namespace policycalc::web

#pragma once

#include <algorithm>
#include <string>
#include <string_view>

namespace policycalc::base {

// Letters and digits of ASCII, whatever the locale; every other character stays as it is.

constexpr bool isDigit(char c) {
  return c >= '0' && c <= '9';
}

constexpr char toLower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

constexpr bool isLetter(char c) {
  return toLower(c) >= 'a' && toLower(c) <= 'z';
}

inline std::string toLower(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) c = toLower(c);
  return lower;
}

inline bool equalsIgnoringCase(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](char x, char y) { return toLower(x) == toLower(y); });
}

}  // namespace policycalc::base

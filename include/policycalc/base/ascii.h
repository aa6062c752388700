#pragma once

#include <algorithm>
#include <string>
#include <string_view>

namespace policycalc::base {

// Letters, digits and blanks of ASCII, whatever the locale; every other character stays as it is.

constexpr bool isDigit(char c) {
  return c >= '0' && c <= '9';
}

constexpr char toLower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

constexpr char32_t toUpper(char32_t point) {
  return point >= U'a' && point <= U'z' ? point - U'a' + U'A' : point;
}

constexpr char toUpper(char c) {
  return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}

constexpr bool isLetter(char c) {
  return toLower(c) >= 'a' && toLower(c) <= 'z';
}

inline std::string toLower(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) c = toLower(c);
  return lower;
}

inline std::string toUpper(std::string_view text) {
  std::string upper(text);
  for (char& c : upper) c = toUpper(c);
  return upper;
}

/// `text` without the characters of `blanks` at both ends.
constexpr std::string_view trimmed(std::string_view text, std::string_view blanks = " \t") {
  const auto first = text.find_first_not_of(blanks);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

inline bool equalsIgnoringCase(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](char x, char y) { return toLower(x) == toLower(y); });
}

}  // namespace policycalc::base

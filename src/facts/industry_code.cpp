#include "policycalc/facts/industry_code.h"

#include <algorithm>
#include <cstdio>

#include "policycalc/base/unicode.h"

#include "facts/plain_code.h"

namespace policycalc::facts {
namespace {

std::string escaped(char32_t point) {
  char text[8];
  std::snprintf(text, sizeof text, "\\u%04X", static_cast<unsigned>(point));
  return text;
}

/// The characters that plainCode() leaves out, as a class of a regular expression.
std::string leftOutOfCodes() {
  constexpr char32_t kLast = 0xFFFF;
  const auto is_left_out = [](char32_t point) {
    return point != 0x7F && isLeftOutOfCodes(base::narrow(point));
  };
  std::string ranges = "[";
  for (char32_t point = U' '; point <= kLast; ++point) {
    if (!is_left_out(point)) continue;
    const char32_t first = point;
    while (point < kLast && is_left_out(point + 1)) ++point;
    ranges += escaped(first);
    if (point > first) ranges += "-" + escaped(point);
  }
  return ranges + "]";
}

/// Whether plainCode() would change nothing.
bool isPlain(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z'); });
}

}  // namespace

std::optional<IndustryCode> IndustryCode::parse(std::string_view text) {
  IndustryCode code;
  code.digits = isPlain(text) ? std::string(text) : plainCode(text);
  if (code.digits.empty()) return {};
  if (code.digits.front() >= 'A' && code.digits.front() <= 'T') {
    code.section = code.digits.front();
    code.digits.erase(0, 1);
  }
  constexpr std::size_t kMaxDigits = 4;
  const bool all_digits = std::all_of(code.digits.begin(), code.digits.end(),
                                      [](char c) { return c >= '0' && c <= '9'; });
  if (!all_digits || code.digits.size() > kMaxDigits) return {};
  return code;
}

std::string IndustryCode::pattern() {
  static const std::string pattern = [] {
    const std::string letter = "[A-Ta-t\\uFF21-\\uFF34\\uFF41-\\uFF54]";
    const std::string blanks = leftOutOfCodes() + "*";
    const std::string digit = blanks + "[0-9\\uFF10-\\uFF19]";
    return "^(?:" + blanks + letter + "(?:" + digit + "){0,4}|(?:" + digit + "){1,4})" + blanks +
           "$";
  }();
  return pattern;
}

std::string IndustryCode::toString() const {
  return section == 0 ? digits : section + digits;
}

}  // namespace policycalc::facts

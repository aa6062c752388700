#include "policycalc/json/append.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "policycalc/base/unicode.h"
#include "policycalc/json/writer.h"

namespace policycalc::json {
namespace {

bool needsEscape(char c) {
  return c == '"' || c == '\\' || (c >= 0 && c < ' ');
}

}  // namespace

void appendString(std::string& out, std::string_view text) {
  if (!base::isUtf8(text) || std::any_of(text.begin(), text.end(), needsEscape)) {
    out += Writer().string(text).take();
    return;
  }
  out += '"';
  out += text;
  out += '"';
}

void appendInteger(std::string& out, std::int64_t number) {
  std::array<char, 24> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
  out.append(digits.data(), end);
}

}  // namespace policycalc::json

#include "facts/plain_code.h"

#include "policycalc/base/ascii.h"
#include "policycalc/base/unicode.h"

namespace policycalc::facts {

std::string plainCode(std::string_view text) {
  std::string code;
  while (!text.empty()) {
    const base::CodePoint at = base::firstCodePoint(text);
    const std::size_t bytes = at.bytes == 0 ? 1 : at.bytes;
    const std::string_view whole = text.substr(0, bytes);
    text.remove_prefix(bytes);
    char32_t point = at.bytes == 0 ? 0 : base::narrow(at.point);
    const bool wide = at.bytes != 0 && point != at.point;
    if (point == U'-' || (at.bytes != 0 && (base::isSpace(point) || base::isUnseen(point)))) {
      continue;
    }
    point = base::toUpper(point);
    if (at.bytes == 1 || wide) {
      code += static_cast<char>(point);
    } else {
      code += whole;
    }
  }
  return code;
}

}  // namespace policycalc::facts

#include "facts/plain_code.h"

#include "policycalc/base/ascii.h"
#include "policycalc/base/unicode.h"

namespace policycalc::facts {

bool isLeftOutOfCodes(char32_t point) {
  constexpr char32_t kLastOfBasicPlane = 0xFFFF;
  return point == U'-' || base::isSpace(point) ||
         (point <= kLastOfBasicPlane && base::isUnseen(point));
}

std::string plainCode(std::string_view text) {
  std::string code;
  while (!text.empty()) {
    const base::CodePoint at = base::firstCodePoint(text);
    const std::size_t bytes = at.bytes == 0 ? 1 : at.bytes;
    const std::string_view whole = text.substr(0, bytes);
    text.remove_prefix(bytes);
    char32_t point = at.bytes == 0 ? 0 : base::narrow(at.point);
    const bool wide = at.bytes != 0 && point != at.point;
    if (at.bytes != 0 && isLeftOutOfCodes(point)) continue;
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

#include "facts/plain_code.h"

#include "policycalc/base/unicode.h"

namespace policycalc::facts {
namespace {

constexpr char32_t kFirstFullWidth = 0xFF01;
constexpr char32_t kLastFullWidth = 0xFF5E;
constexpr char32_t kFullToHalf = 0xFEE0;

}  // namespace

std::string plainCode(std::string_view text) {
  std::string code;
  while (!text.empty()) {
    const base::CodePoint at = base::firstCodePoint(text);
    const std::size_t bytes = at.bytes == 0 ? 1 : at.bytes;
    const std::string_view whole = text.substr(0, bytes);
    text.remove_prefix(bytes);
    char32_t point = at.bytes == 0 ? 0 : at.point;
    const bool wide = point >= kFirstFullWidth && point <= kLastFullWidth;
    if (wide) point -= kFullToHalf;
    if (point == U'-' || (at.bytes != 0 && (base::isSpace(point) || base::isUnseen(point)))) {
      continue;
    }
    if (point >= U'a' && point <= U'z') point = point - U'a' + U'A';
    if (at.bytes == 1 || wide) {
      code += static_cast<char>(point);
    } else {
      code += whole;
    }
  }
  return code;
}

}  // namespace policycalc::facts

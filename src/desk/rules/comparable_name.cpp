#include "policycalc/desk/rules/comparable_name.h"

#include "policycalc/base/ascii.h"
#include "policycalc/base/unicode.h"

namespace policycalc::desk {
namespace {

/// Brackets, hyphens and middle dots in half width: people type them in many ways, or not at all.
constexpr std::u32string_view kMarks = U"()[]{}<>【】〔〕「」『』〈〉《》-‐–—·•・";

bool isLeftOut(char32_t point) {
  return base::isSpace(point) || base::isUnseen(point) ||
         kMarks.find(point) != std::u32string_view::npos;
}

}  // namespace

std::string comparableName(std::string_view name) {
  std::string plain;
  while (!name.empty()) {
    const base::CodePoint at = base::firstCodePoint(name);
    const std::string_view whole = name.substr(0, at.bytes == 0 ? 1 : at.bytes);
    name.remove_prefix(whole.size());
    const char32_t point = base::narrow(at.point);
    constexpr char32_t kLastOfAscii = 0x7F;
    if (at.bytes == 0) {
      plain += whole;
    } else if (!isLeftOut(point)) {
      if (point <= kLastOfAscii) {
        plain += static_cast<char>(base::toUpper(point));
      } else {
        plain += whole;
      }
    }
  }
  return plain;
}

}  // namespace policycalc::desk

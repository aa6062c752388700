#include "desk/matters/text_fault.h"

#include "policycalc/base/text.h"
#include "policycalc/base/unicode.h"

namespace policycalc::desk {
namespace {

/// Whether the text has no control characters but line breaks and tabs, and none that turn the
/// direction of writing.
bool isPlain(std::string_view text) {
  while (!text.empty()) {
    const base::CodePoint next = base::firstCodePoint(text);
    if (next.bytes == 0) return false;
    const char32_t point = next.point;
    const bool control = point < 0x20 || (point >= 0x7F && point < 0xA0);
    const bool turns = (point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069);
    if ((control && point != U'\n' && point != U'\r' && point != U'\t') || turns) return false;
    text.remove_prefix(next.bytes);
  }
  return true;
}

}  // namespace

std::string textFault(std::string_view text, std::size_t most) {
  if (!isPlain(text)) return "the text has characters that are not shown";
  if (base::isBlank(text)) return "the text is empty";
  if (base::countCodePoints(text) > most) {
    return "the text has more than " + std::to_string(most) + " characters";
  }
  return {};
}

}  // namespace policycalc::desk

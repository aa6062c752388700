#include "app/visible_text.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "policycalc/base/unicode.h"

namespace policycalc::app {
namespace {

std::string hex(std::uint32_t value, std::size_t least_digits) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string text;
  for (; value != 0 || text.size() < least_digits; value >>= 4U) text += kDigits[value & 0xFU];
  std::reverse(text.begin(), text.end());
  return text;
}

}  // namespace

std::string visibleText(std::string_view text) {
  std::string visible;
  while (!text.empty()) {
    const base::CodePoint first = base::firstCodePoint(text);
    if (first.bytes == 0) {
      visible += "<0x" + hex(static_cast<unsigned char>(text.front()), 2) + ">";
      text.remove_prefix(1);
      continue;
    }
    if (base::isUnseen(first.point)) {
      visible += "<U+" + hex(first.point, 4) + ">";
    } else {
      visible += text.substr(0, first.bytes);
    }
    text.remove_prefix(first.bytes);
  }
  return visible;
}

std::string visibleLines(std::string_view text, std::string_view prefix) {
  std::string lines;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    std::string_view line = text.substr(begin, end - begin);
    // Windows ends its lines with two characters.
    if (end < text.size() && !line.empty() && line.back() == '\r') line.remove_suffix(1);
    lines += std::string(prefix) + visibleText(line) + "\n";
    begin = end + 1;
  }
  return lines;
}

}  // namespace policycalc::app

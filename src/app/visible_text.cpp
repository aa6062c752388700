#include "app/visible_text.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <iterator>

namespace policycalc::app {
namespace {

struct Range {
  char32_t first;
  char32_t last;
};

/// Ascending. Unicode's control and format characters, and others that are drawn as nothing.
constexpr Range kUnseen[] = {
    {0x0000, 0x001F},    // C0 controls: escape, backspace, line ends
    {0x007F, 0x009F},    // delete and the C1 controls, which some terminals obey
    {0x00AD, 0x00AD},    // soft hyphen
    {0x034F, 0x034F},    // combining grapheme joiner
    {0x061C, 0x061C},    // Arabic letter mark
    {0x115F, 0x1160},    // Hangul fillers
    {0x17B4, 0x17B5},    // Khmer vowels without a form
    {0x180B, 0x180F},    // Mongolian selectors and vowel separator
    {0x200B, 0x200F},    // zero widths, marks of direction
    {0x2028, 0x202E},    // line separators, embeddings and overrides of direction
    {0x2060, 0x206F},    // word joiner, isolates, deprecated format characters
    {0x3164, 0x3164},    // Hangul filler
    {0xE000, 0xF8FF},    // private use: each terminal draws it as it likes
    {0xFE00, 0xFE0F},    // variation selectors
    {0xFEFF, 0xFEFF},    // byte order mark
    {0xFFA0, 0xFFA0},    // halfwidth Hangul filler
    {0xFFF0, 0xFFFB},    // unassigned and interlinear annotations
    {0xFFFE, 0xFFFF},    // no characters
    {0x1BCA0, 0x1BCA3},  // shorthand format controls
    {0x1D173, 0x1D17A},  // musical format controls
    {0xE0000, 0x10FFFF}  // tags, selectors and private planes
};

bool isUnseen(char32_t point) {
  const auto* const after =
      std::upper_bound(std::begin(kUnseen), std::end(kUnseen), point,
                       [](char32_t value, const Range& range) { return value < range.first; });
  return after != std::begin(kUnseen) && point <= std::prev(after)->last;
}

std::string hex(std::uint32_t value, std::size_t least_digits) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string text;
  for (; value != 0 || text.size() < least_digits; value >>= 4U) text += kDigits[value & 0xFU];
  std::reverse(text.begin(), text.end());
  return text;
}

/// One code point at the beginning of a text, and how many bytes it takes; 0 where the bytes are no
/// UTF-8 (cut off, overlong, a surrogate, beyond U+10FFFF).
struct Decoded {
  char32_t point = 0;
  std::size_t bytes = 0;
};

Decoded decode(std::string_view text) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned first = byte(0);
  if (first < 0x80) return {first, 1};
  const std::size_t length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
  if (first < 0xC2 || first > 0xF4 || text.size() < length) return {};
  constexpr std::array<char32_t, 5> kLeast{0, 0, 0x80, 0x800, 0x10000};
  char32_t point = first & (0x7FU >> length);
  for (std::size_t i = 1; i < length; ++i) {
    if ((byte(i) & 0xC0U) != 0x80) return {};
    point = (point << 6U) | (byte(i) & 0x3FU);
  }
  const bool surrogate = point >= 0xD800 && point <= 0xDFFF;
  if (point < kLeast[length] || point > 0x10FFFF || surrogate) return {};
  return {point, length};
}

}  // namespace

std::string visibleText(std::string_view text) {
  std::string visible;
  while (!text.empty()) {
    const Decoded decoded = decode(text);
    if (decoded.bytes == 0) {
      visible += "<0x" + hex(static_cast<unsigned char>(text.front()), 2) + ">";
      text.remove_prefix(1);
      continue;
    }
    if (isUnseen(decoded.point)) {
      visible += "<U+" + hex(decoded.point, 4) + ">";
    } else {
      visible += text.substr(0, decoded.bytes);
    }
    text.remove_prefix(decoded.bytes);
  }
  return visible;
}

std::string visibleLines(std::string_view text, std::string_view prefix) {
  std::string lines;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    std::string_view line = text.substr(begin, end - begin);
    // Windows ends its lines with two characters; that is nothing to see.
    if (end < text.size() && !line.empty() && line.back() == '\r') line.remove_suffix(1);
    lines += std::string(prefix) + visibleText(line) + "\n";
    begin = end + 1;
  }
  return lines;
}

}  // namespace policycalc::app

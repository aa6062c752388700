#include "policycalc/base/unicode.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <iterator>

namespace policycalc::base {
namespace {

struct Range {
  char32_t first;
  char32_t last;
};

/// Ascending. Unicode's control and format characters, and other invisible ones.
constexpr Range kUnseen[] = {
    {0x0000, 0x001F},    // C0 controls: escape, backspace, line ends
    {0x007F, 0x009F},    // delete and the C1 controls, which some terminals obey
    {0x00AD, 0x00AD},    // soft hyphen
    {0x034F, 0x034F},    // combining grapheme joiner
    {0x061C, 0x061C},    // Arabic letter mark
    {0x115F, 0x1160},    // Hangul fillers
    {0x17B4, 0x17B5},    // invisible Khmer vowels
    {0x180B, 0x180F},    // Mongolian selectors and vowel separator
    {0x200B, 0x200F},    // zero widths, marks of direction
    {0x2028, 0x202E},    // line separators, embeddings and overrides of direction
    {0x2060, 0x206F},    // word joiner, isolates, deprecated format characters
    {0x3164, 0x3164},    // Hangul filler
    {0xE000, 0xF8FF},    // private use: each terminal draws it in its own way
    {0xFE00, 0xFE0F},    // variation selectors
    {0xFEFF, 0xFEFF},    // byte order mark
    {0xFFA0, 0xFFA0},    // halfwidth Hangul filler
    {0xFFF0, 0xFFFB},    // unassigned and interlinear annotations
    {0xFFFE, 0xFFFF},    // not characters
    {0x1BCA0, 0x1BCA3},  // shorthand format controls
    {0x1D173, 0x1D17A},  // musical format controls
    {0xE0000, 0x10FFFF}  // tags, selectors and private planes
};

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

/// The first byte at or after `at` that is not ASCII, searched 32 and then eight bytes at a time.
std::size_t skipAscii(std::string_view text, std::size_t at) {
  constexpr std::uint64_t kHighBits = 0x8080808080808080U;
  std::array<std::uint64_t, 4> words{};
  while (text.size() - at >= sizeof words) {
    std::memcpy(words.data(), text.data() + at, sizeof words);
    if (((words[0] | words[1] | words[2] | words[3]) & kHighBits) != 0) break;
    at += sizeof words;
  }
  while (text.size() - at >= sizeof(std::uint64_t)) {
    std::uint64_t word = 0;
    std::memcpy(&word, text.data() + at, sizeof word);
    if ((word & kHighBits) != 0) break;
    at += sizeof word;
  }
  while (at < text.size() && static_cast<unsigned char>(text[at]) < 0x80) ++at;
  return at;
}

}  // namespace

CodePoint firstCodePoint(std::string_view text) {
  if (text.empty()) return {};
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

std::size_t validUtf8Prefix(std::string_view text) {
  std::size_t at = skipAscii(text, 0);
  while (at < text.size()) {
    const std::size_t bytes = firstCodePoint(text.substr(at)).bytes;
    if (bytes == 0) return at;
    at += bytes;
    if (at < text.size() && static_cast<unsigned char>(text[at]) < 0x80) at = skipAscii(text, at);
  }
  return at;
}

bool isUtf8(std::string_view text) {
  return validUtf8Prefix(text) == text.size();
}

std::string replaceInvalidUtf8(std::string_view text) {
  std::string replaced;
  while (!text.empty()) {
    const std::size_t valid = validUtf8Prefix(text);
    replaced += text.substr(0, valid);
    text.remove_prefix(valid);
    if (text.empty()) break;
    replaced += kReplacement;
    text.remove_prefix(1);
  }
  return replaced;
}

bool isUnseen(char32_t point) {
  const auto* const after =
      std::upper_bound(std::begin(kUnseen), std::end(kUnseen), point,
                       [](char32_t value, const Range& range) { return value < range.first; });
  return after != std::begin(kUnseen) && point <= std::prev(after)->last;
}

bool isSpace(char32_t point) {
  constexpr char32_t kSpaces[] = {0x20, 0xA0, 0x1680, 0x202F, 0x205F, 0x3000};
  // From the en quad to the hair space.
  return (point >= 0x2000 && point <= 0x200A) ||
         std::find(std::begin(kSpaces), std::end(kSpaces), point) != std::end(kSpaces);
}

char32_t narrow(char32_t point) {
  constexpr char32_t kFirst = 0xFF01;
  constexpr char32_t kLast = 0xFF5E;
  return point >= kFirst && point <= kLast ? point - kFirst + U'!' : point;
}

bool isBlank(std::string_view text) {
  while (!text.empty()) {
    const CodePoint first = firstCodePoint(text);
    if (first.bytes == 0 || !(isUnseen(first.point) || isSpace(first.point))) return false;
    text.remove_prefix(first.bytes);
  }
  return true;
}

}  // namespace policycalc::base

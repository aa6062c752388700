#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace policycalc::base {

// UTF-8 as RFC 3629 defines it: no overlong form, no surrogate, nothing beyond U+10FFFF.

/// A code point and how many bytes of UTF-8 it takes.
struct CodePoint {
  char32_t point = 0;
  std::size_t bytes = 0;
};

/// The first code point of `text`; of 0 bytes if `text` is empty or does not begin with one.
CodePoint firstCodePoint(std::string_view text);

/// How many bytes at the beginning of `text` are valid UTF-8; `text.size()` if all are.
std::size_t validUtf8Prefix(std::string_view text);

bool isUtf8(std::string_view text);

/// `text` with U+FFFD in place of every byte that does not belong to a code point.
std::string replaceInvalidUtf8(std::string_view text);

/// Unicode's control and format characters, line ends and changes of direction among them, and
/// other characters that are invisible or that each terminal draws in its own way. A plain blank
/// is not one of them.
bool isUnseen(char32_t point);

/// A blank of any width: a space, a no-break space, the ideographic space of Chinese.
bool isSpace(char32_t point);

/// The ASCII character of a full-width form, which Chinese keyboards produce; else `point`.
char32_t narrow(char32_t point);

/// Whether `text`, which is valid UTF-8, holds nothing but unseen characters and blanks.
bool isBlank(std::string_view text);

}  // namespace policycalc::base

#pragma once

#include <cstddef>
#include <string_view>

namespace policycalc::base {

/// A code point and how many bytes of UTF-8 it takes.
struct CodePoint {
  char32_t point = 0;
  std::size_t bytes = 0;
};

/// The one at the beginning of `text`; of 0 bytes where there is none, or no UTF-8 (cut off,
/// overlong, a surrogate, beyond U+10FFFF).
CodePoint firstCodePoint(std::string_view text);

/// Unicode's control and format characters (line ends and turns of direction among them), and
/// others that are drawn as nothing, or by each terminal as it likes. A plain blank is none of
/// them.
bool isUnseen(char32_t point);

/// Whether a blank of any width stands there: a space, a no-break space, the wide one of Chinese.
bool isSpace(char32_t point);

/// Whether `text`, which is valid UTF-8, shows nothing: unseen characters and blanks alone.
bool isBlank(std::string_view text);

}  // namespace policycalc::base

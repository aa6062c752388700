#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace policycalc::facts {

/// A code of GB/T 4754—2017: a section letter A to T, which may be left out, and up to four digits
/// (division, group, class).
struct IndustryCode {
  char section = 0;    ///< 0 where only digits were given
  std::string digits;  ///< at most 4

  /// Nothing for any other form. A form that names no existing industry is still a code. Small
  /// letters, full width, hyphens and blanks are read as what they stand for.
  static std::optional<IndustryCode> parse(std::string_view text);
  /// The form that the standard prints: `C3985`.
  std::string toString() const;
};

}  // namespace policycalc::facts

#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace policycalc::facts {

/// A code of GB/T 4754—2017: an optional section letter A to T and up to four digits (division,
/// group, class).
struct IndustryCode {
  char section = 0;    ///< 0 if only digits were given
  std::string digits;  ///< at most 4

  /// Returns nothing for any other form; accepts codes of industries that do not exist. Accepts
  /// lower case, full width, hyphens and blanks.
  static std::optional<IndustryCode> parse(std::string_view text);
  /// Matches the texts without control characters of ASCII that parse() takes: a regular expression
  /// of JSON Schema.
  static std::string pattern();
  /// As the standard prints it: `C3985`.
  std::string toString() const;
};

}  // namespace policycalc::facts

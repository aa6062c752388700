#pragma once

#include <string>
#include <string_view>

namespace policycalc::app {

/// Untrusted text as one line that is safe to print on a terminal. Control characters (escapes and
/// line ends too), bidirectional and invisible characters become `<U+202E>`; bytes that are not
/// UTF-8 become `<0xFF>`.
std::string visibleText(std::string_view text);

/// The same, but with line ends kept. Every line begins with `prefix`, so that no untrusted line
/// looks like one of the program's. Ends with a line end.
std::string visibleLines(std::string_view text, std::string_view prefix);

}  // namespace policycalc::app

#pragma once

#include <string>
#include <string_view>

namespace policycalc::app {

/// What a stranger wrote, safe to print on a terminal and to judge by eye, on one line: control
/// characters (escapes and line ends among them), characters that turn the direction of writing,
/// and those that show as nothing come out as `<U+202E>`; bytes that are no UTF-8 as `<0xFF>`.
/// Other characters stay as they are. Pure.
std::string visibleText(std::string_view text);

/// The same with its line ends kept: every line, the first too, begins with `prefix`, so that no
/// line of the stranger's passes for one of the program's. Ends with a line end.
std::string visibleLines(std::string_view text, std::string_view prefix);

}  // namespace policycalc::app

#pragma once

#include <string>

namespace policycalc::test {

/// `screens.json` for the small vocabulary: `place`, `trade` (not for an association), `size` (the
/// bands), `needs` (ticks: `loan` asks for `budget`, `gold`, `silver` and `bronze` are awards) and
/// `ratios` (for winners of gold). Lint finds nothing in it.
std::string smallScreens();

}  // namespace policycalc::test

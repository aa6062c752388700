#pragma once

#include <string>
#include <string_view>

namespace policycalc::facts {

/// A code as it is printed on paper: full-width characters as half-width ones, letters as capitals,
/// without hyphens, blanks of any width and characters that show nothing. What is no code stays.
std::string plainCode(std::string_view text);

}  // namespace policycalc::facts

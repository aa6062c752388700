#pragma once

#include <string>
#include <string_view>

namespace policycalc::facts {

/// A code as printed on paper: in half width and upper case, without hyphens, blanks of any width
/// and invisible characters. Other characters stay.
std::string plainCode(std::string_view text);

}  // namespace policycalc::facts

#pragma once

#include <string>
#include <string_view>

namespace policycalc::facts {

/// Whether plainCode() leaves out this character, which is of half width: hyphens, blanks of any
/// width and invisible characters. Of the latter only those of the basic plane, so that a pattern
/// that every dialect of regular expressions reads can name all of them.
bool isLeftOutOfCodes(char32_t point);

/// A code as printed on paper: in half width and upper case, without hyphens, blanks of any width
/// and invisible characters. Other characters stay.
std::string plainCode(std::string_view text);

}  // namespace policycalc::facts

#pragma once

#include <string>
#include <string_view>

namespace policycalc::desk {

/// A name of a company, or a part of one, as names are compared: without blanks of any width,
/// invisible characters, brackets, hyphens and middle dots, in half width and upper case. What is
/// not UTF-8 stays. "" if nothing else was in it.
std::string comparableName(std::string_view name);

}  // namespace policycalc::desk

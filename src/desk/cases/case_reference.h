#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace policycalc::desk {

/// What people call a case by: 8 symbols of Crockford's base 32, by chance.
std::string newCaseReference();

/// One as somebody typed it, blanks and hyphens anywhere; nothing for any other text.
std::optional<std::string> readCaseReference(std::string_view text);

}  // namespace policycalc::desk

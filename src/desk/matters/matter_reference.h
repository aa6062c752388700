#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace policycalc::desk {

/// What people call a matter by: 8 symbols of Crockford's base 32, by chance.
std::string newMatterReference();

/// One as somebody typed it, blanks and hyphens anywhere; nothing for any other text.
std::optional<std::string> readMatterReference(std::string_view text);

}  // namespace policycalc::desk

#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace policycalc::desk {

/// A random name of a matter, for people: 8 symbols of Crockford's base 32.
std::string newMatterReference();

/// The reference that was typed, with blanks and hyphens anywhere; nothing for any other text.
std::optional<std::string> readMatterReference(std::string_view text);

}  // namespace policycalc::desk

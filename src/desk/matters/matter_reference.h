#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "policycalc/store/matters.h"

namespace policycalc::desk {

/// A random name of a matter, for people: 8 symbols of Crockford's base 32, of which the first is a
/// letter and the second a digit.
std::string newMatterReference();

/// The reference that was typed, with blanks and hyphens anywhere; nothing for any other text.
std::optional<std::string> readMatterReference(std::string_view text);

/// Opens the matter under the first free reference that `draw` gives. Throws std::runtime_error if
/// eight in a row are taken: then the generator is broken.
store::Matters::Opened openUnderFreeReference(store::Matters& matters, store::Matter matter,
                                              const std::vector<std::string>& documents,
                                              const store::Actor& actor,
                                              const std::function<std::string()>& draw);

}  // namespace policycalc::desk

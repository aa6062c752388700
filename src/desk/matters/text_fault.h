#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace policycalc::desk {

/// Why `text` cannot be a text that staff wrote: it has characters that are not shown or that turn
/// the direction of writing, is blank, or has more than `most` code points. "" if it can.
std::string textFault(std::string_view text, std::size_t most);

}  // namespace policycalc::desk

#pragma once

#include <string>
#include <string_view>

namespace policycalc::registry {

/// A text, which is valid UTF-8, as a JSON string.
std::string jsonText(std::string_view text);

}  // namespace policycalc::registry

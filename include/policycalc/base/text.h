#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace policycalc::base {

/// Number of code points in `text`, which must be valid UTF-8.
std::size_t countCodePoints(std::string_view text);

/// `parts` with `separator` between them.
std::string join(const std::vector<std::string>& parts, std::string_view separator);

/// `text` between backticks, cut to 60 code points: how messages quote input.
std::string quoted(std::string_view text);

}  // namespace policycalc::base

#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace policycalc::base {

/// The names that the writer of `text` may have meant, the nearest first, at most three: those that
/// differ from it in a few characters, letter case aside, or that begin with it. Texts and names
/// longer than 64 bytes are never near.
std::vector<std::string> nearestNames(std::string_view text, const std::vector<std::string>& names);

/// " (did you mean `a` or `b`?)"; empty if `names` is.
std::string didYouMean(const std::vector<std::string>& names);

}  // namespace policycalc::base

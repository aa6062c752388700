#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace policycalc::site {

/// `text` as it is compared: full and half width count as equal, and so do capitals and small
/// letters.
std::string folded(std::string_view text);

/// The words of what was typed, folded, each once; at most eight of sixty characters together.
std::vector<std::string> wordsOf(std::string_view typed);

/// Whether each word of `typed` occurs in one of `texts`.
bool holdsAll(const std::vector<std::string>& texts, std::string_view typed);

}  // namespace policycalc::site

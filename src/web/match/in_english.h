#pragma once

#include <string>
#include <string_view>

namespace policycalc::web {

/// An answer in JSON, in which each text that has an English form beside it (`title` and
/// `title_en`) is the English one. All other values stay as they are.
std::string inEnglish(const std::string& answer);

}  // namespace policycalc::web

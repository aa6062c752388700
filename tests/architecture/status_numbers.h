#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace policycalc::test {

/// The lines of one C++ file that name an error status by its number, `path:line: number` each. The
/// rule: only src/http/failure.cpp chooses a status, and only src/http/wire/status.cpp words it;
/// every other file names an http::Failure. Numbers in comments and texts, and limits (constants
/// called kMost… and rates), do not count.
std::vector<std::string> statusNumbers(std::string_view path, std::string_view text);

}  // namespace policycalc::test

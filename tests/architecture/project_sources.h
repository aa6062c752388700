#pragma once

#include <map>
#include <string>

namespace policycalc::test {

/// Sources and headers below src/ and include/, by their path in the project.
std::map<std::string, std::string> projectSources();

}  // namespace policycalc::test

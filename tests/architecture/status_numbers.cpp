#include "architecture/status_numbers.h"

#include <regex>
#include <set>
#include <sstream>

namespace policycalc::test {
namespace {

bool isExempt(std::string_view path) {
  static const std::set<std::string_view> files{"src/http/failure.cpp", "src/http/wire/status.cpp"};
  return files.contains(path);
}

bool isOfHttp(std::string_view path) {
  for (const char* module : {"http", "web", "api", "desk", "app"}) {
    for (const std::string root : {"src/", "include/policycalc/"}) {
      if (path.starts_with(root + module + "/")) return true;
    }
  }
  return false;
}

/// `line` without texts, and without a comment to its end.
std::string codeOf(const std::string& line) {
  static const std::regex texts(R"re("(\\.|[^"\\])*")re");
  static const std::regex comment("//.*");
  return std::regex_replace(std::regex_replace(line, texts, "\"\""), comment, "");
}

bool isLimit(const std::string& code) {
  return code.find("kMost") != std::string::npos || code.find("Rate k") != std::string::npos;
}

}  // namespace

std::vector<std::string> statusNumbers(std::string_view path, std::string_view text) {
  std::vector<std::string> found;
  if (!isOfHttp(path) || isExempt(path)) return found;
  // The statuses that the service answers with, see src/http/wire/status.cpp.
  static const std::regex status(R"(\b(4(0[0-9]|1[0-7]|2[1-9]|31)|50[0-5])\b)");
  std::istringstream lines{std::string(text)};
  std::string line;
  for (int number = 1; std::getline(lines, line); ++number) {
    const std::string code = codeOf(line);
    std::smatch match;
    if (isLimit(code) || !std::regex_search(code, match, status)) continue;
    found.push_back(std::string(path) + ":" + std::to_string(number) + ": " + match.str());
  }
  return found;
}

}  // namespace policycalc::test

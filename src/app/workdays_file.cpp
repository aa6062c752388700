#include "app/workdays_file.h"

#include <filesystem>
#include <fstream>
#include <iterator>

namespace policycalc::app {
namespace {

namespace fs = std::filesystem;

// In a subfolder: the files beside the measures are part of the catalogue and its hash, and a
// holiday must not make a new version of the policies.
constexpr const char* kFile = "hall/workdays.json";

base::Issues fault(const char* code, const char* message) {
  return {{base::Severity::kError, code, kFile, "", 0, 0, message}};
}

}  // namespace

base::Result<std::string, base::Issues> readWorkdaysText(const std::string& policies) {
  const fs::path path = fs::path(policies) / kFile;
  std::error_code error;
  if (!fs::exists(path, error)) return fault("missing_file", "the file is missing");
  const auto unreadable = [] { return fault("unreadable", "the file cannot be read"); };
  // Reading a folder would throw.
  if (!fs::is_regular_file(path, error)) return unreadable();
  std::ifstream stream(path, std::ios::binary);
  if (!stream) return unreadable();
  std::string text{std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
  if (!stream) return unreadable();
  return text;
}

base::Result<desk::Deadlines, base::Issues> readWorkdays(const std::string& policies) {
  const auto text = readWorkdaysText(policies);
  if (!text.ok()) return text.error();
  return desk::Deadlines::read(*text, kFile);
}

}  // namespace policycalc::app

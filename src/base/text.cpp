#include "policycalc/base/text.h"

#include <algorithm>

namespace policycalc::base {
namespace {

constexpr std::size_t kQuotedCodePoints = 60;

bool startsCodePoint(char c) {
  return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
}

}  // namespace

std::size_t countCodePoints(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), startsCodePoint));
}

std::string join(const std::vector<std::string>& parts, std::string_view separator) {
  std::string joined;
  for (const std::string& part : parts) {
    if (&part != &parts.front()) joined += separator;
    joined += part;
  }
  return joined;
}

std::string quoted(std::string_view text) {
  std::size_t code_points = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (startsCodePoint(text[i]) && ++code_points > kQuotedCodePoints) {
      return "`" + std::string(text.substr(0, i)) + "…`";
    }
  }
  return "`" + std::string(text) + "`";
}

}  // namespace policycalc::base

#include <algorithm>
#include <cstddef>

#include "policycalc/base/ascii.h"
#include "policycalc/store/staff.h"

namespace policycalc::store {
namespace {

constexpr std::size_t kShortest = 2;
constexpr std::size_t kLongest = 64;

bool isLetterOrDigit(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

bool isSymbol(char c) {
  return isLetterOrDigit(c) || c == '.' || c == '_' || c == '-';
}

}  // namespace

std::optional<std::string> readLogin(std::string_view text) {
  constexpr std::string_view kBlanks = " \t\r\n";
  const std::size_t first = text.find_first_not_of(kBlanks);
  if (first == std::string_view::npos) return std::nullopt;
  text = text.substr(first, text.find_last_not_of(kBlanks) - first + 1);
  if (text.size() < kShortest || text.size() > kLongest) return std::nullopt;
  std::string login = base::toLower(text);
  if (!isLetterOrDigit(login.front()) || !std::all_of(login.begin(), login.end(), isSymbol)) {
    return std::nullopt;
  }
  return login;
}

}  // namespace policycalc::store

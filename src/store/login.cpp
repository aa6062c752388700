#include <algorithm>
#include <cstddef>

#include "policycalc/base/ascii.h"
#include "policycalc/store/staff.h"

namespace policycalc::store {
namespace {

constexpr std::size_t kShortest = 2;
constexpr std::size_t kLongest = 64;

bool isLetterOrDigit(char c) {
  return base::isLetter(c) || base::isDigit(c);
}

bool isSymbol(char c) {
  return isLetterOrDigit(c) || c == '.' || c == '_' || c == '-';
}

}  // namespace

std::optional<std::string> readLogin(std::string_view text) {
  text = base::trimmed(text, " \t\r\n");
  if (text.size() < kShortest || text.size() > kLongest) return std::nullopt;
  std::string login = base::toLower(text);
  if (!isLetterOrDigit(login.front()) || !std::all_of(login.begin(), login.end(), isSymbol)) {
    return std::nullopt;
  }
  return login;
}

}  // namespace policycalc::store

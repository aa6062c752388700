#include "desk/door/session_cookie.h"

#include <algorithm>
#include <string_view>

namespace policycalc::desk {
namespace {

constexpr std::string_view kName = "__Host-policycalc";
constexpr std::string_view kAttributes = "; Path=/; Secure; HttpOnly; SameSite=Strict";

}  // namespace

std::string cookieWith(const vault::Token& token) {
  return std::string(kName) + "=" + token.text() + std::string(kAttributes);
}

std::string cookieGone() {
  return std::string(kName) + "=; Max-Age=0" + std::string(kAttributes);
}

std::optional<vault::Token> tokenOf(const http::Request& request) {
  std::string_view rest = request.header("Cookie");
  std::optional<std::string_view> found;
  while (!rest.empty()) {
    // Splits only at semicolons: another cookie's value may have a comma, and a neighbouring host
    // could have set that one.
    const auto end = rest.find(';');
    std::string_view pair = rest.substr(0, end);
    rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
    pair.remove_prefix(std::min(pair.find_first_not_of(' '), pair.size()));
    if (pair.substr(0, kName.size()) != kName) continue;
    pair.remove_prefix(kName.size());
    if (pair.empty() || pair.front() != '=') continue;
    if (found) return std::nullopt;
    found = pair.substr(1);
  }
  return found ? vault::Token::read(*found) : std::nullopt;
}

}  // namespace policycalc::desk

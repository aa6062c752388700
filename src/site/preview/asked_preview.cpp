#include "site/preview/asked_preview.h"

#include <algorithm>
#include <string_view>

namespace policycalc::site {
namespace {

constexpr std::string_view kName = "policycalc-preview=";
constexpr std::string_view kAttributes = "; Path=/; HttpOnly; SameSite=Strict";
constexpr char kBetween = '~';

}  // namespace

std::optional<AskedPreview> askedPreview(const http::Request& request) {
  std::string_view rest = request.header("Cookie");
  while (!rest.empty()) {
    const auto end = rest.find(';');
    std::string_view pair = rest.substr(0, end);
    rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
    pair.remove_prefix(std::min(pair.find_first_not_of(' '), pair.size()));
    if (pair.substr(0, kName.size()) != kName) continue;
    pair.remove_prefix(kName.size());
    const auto between = pair.find(kBetween);
    if (between == std::string_view::npos) return std::nullopt;
    const auto day = base::Date::parse(pair.substr(between + 1));
    if (!day.ok()) return std::nullopt;
    return AskedPreview{std::string(pair.substr(0, between)), *day};
  }
  return std::nullopt;
}

std::string previewCookie(const AskedPreview& asked) {
  return std::string(kName) + asked.catalogue + kBetween + asked.day.toString() +
         std::string(kAttributes);
}

std::string endOfPreview() {
  return std::string(kName) + "; Max-Age=0" + std::string(kAttributes);
}

}  // namespace policycalc::site

#include "desk/door/host_names.h"

#include <algorithm>

namespace policycalc::desk {
namespace {

std::string small(std::string_view text) {
  std::string letters(text);
  for (char& c : letters) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return letters;
}

/// `text` without `:port`; "" if what follows the name is not a port.
std::string_view nameOf(std::string_view text) {
  constexpr std::size_t kMaxDigits = 5;
  const auto bracket = text.rfind(']');
  const auto colon = text.find(':', bracket == std::string_view::npos ? 0 : bracket);
  if (colon == std::string_view::npos) return text;
  const std::string_view port = text.substr(colon + 1);
  if (port.empty() || port.size() > kMaxDigits ||
      port.find_first_not_of("0123456789") != std::string_view::npos) {
    return {};
  }
  return text.substr(0, colon);
}

}  // namespace

HostNames::HostNames(const std::vector<std::string>& allowed) {
  for (const std::string& entry : allowed) {
    const bool is_bare_ipv6 =
        std::count(entry.begin(), entry.end(), ':') > 1 && entry.front() != '[';
    allowed_.insert(small(is_bare_ipv6 ? "[" + entry + "]" : entry));
  }
}

bool HostNames::allows(std::string_view host) const {
  const std::string sent = small(host);
  const std::string_view name = nameOf(sent);
  return !name.empty() && (allowed_.count(name) != 0 || allowed_.count(sent) != 0);
}

bool HostNames::allowsOrigin(std::string_view origin, std::string_view host,
                             bool https_only) const {
  constexpr std::string_view kHttps = "https://";
  constexpr std::string_view kHttp = "http://";
  const std::string sent = small(origin);
  std::string_view authority = sent;
  if (authority.substr(0, kHttps.size()) == kHttps) {
    authority.remove_prefix(kHttps.size());
  } else if (!https_only && authority.substr(0, kHttp.size()) == kHttp) {
    authority.remove_prefix(kHttp.size());
  } else {
    return false;
  }
  return !authority.empty() && (authority == small(host) || allowed_.count(authority) != 0);
}

}  // namespace policycalc::desk

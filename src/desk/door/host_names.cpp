#include "desk/door/host_names.h"

#include <algorithm>

#include "policycalc/base/ascii.h"
#include "policycalc/http/host_port.h"

namespace policycalc::desk {
HostNames::HostNames(const std::vector<std::string>& allowed) {
  for (const std::string& entry : allowed) {
    const bool is_bare_ipv6 =
        std::count(entry.begin(), entry.end(), ':') > 1 && entry.front() != '[';
    allowed_.insert(base::toLower(is_bare_ipv6 ? "[" + entry + "]" : entry));
  }
}

bool HostNames::allows(std::string_view host) const {
  const std::string sent = base::toLower(host);
  const auto parts = http::splitHostPort(sent);
  return parts && !parts->host.empty() &&
         (allowed_.count(parts->host) != 0 || allowed_.count(sent) != 0);
}

bool HostNames::allowsOrigin(std::string_view origin, std::string_view host,
                             bool https_only) const {
  constexpr std::string_view kHttps = "https://";
  constexpr std::string_view kHttp = "http://";
  const std::string sent = base::toLower(origin);
  std::string_view authority = sent;
  if (authority.substr(0, kHttps.size()) == kHttps) {
    authority.remove_prefix(kHttps.size());
  } else if (!https_only && authority.substr(0, kHttp.size()) == kHttp) {
    authority.remove_prefix(kHttp.size());
  } else {
    return false;
  }
  return !authority.empty() && (authority == base::toLower(host) || allowed_.count(authority) != 0);
}

}  // namespace policycalc::desk

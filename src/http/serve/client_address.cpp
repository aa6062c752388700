#include "http/serve/client_address.h"

#include "policycalc/base/ascii.h"
#include "policycalc/http/client.h"

#include "http/wire/syntax.h"

namespace policycalc::http::serve {
namespace {

bool allHttps(std::string_view list) {
  while (true) {
    const auto comma = list.find(',');
    if (!base::equalsIgnoringCase(base::trimmed(list.substr(0, comma)), "https")) return false;
    if (comma == std::string_view::npos) return true;
    list.remove_prefix(comma + 1);
  }
}

/// Whether a header shows that a proxy passed the request on.
bool wasPassedOn(const Request& request) {
  for (const char* name :
       {"X-Forwarded-For", "X-Forwarded-Proto", "X-Forwarded-Host", "X-Forwarded-Server",
        "X-Real-IP", "CF-Connecting-IP", "True-Client-IP", "Forwarded", "Via"}) {
    if (request.headers.count(std::string_view(name)) != 0) return true;
  }
  return false;
}

}  // namespace

std::string clientAddress(std::string_view peer, std::string_view forwarded_for,
                          const std::set<std::string, std::less<>>& trusted) {
  std::string client = canonicalAddress(peer);
  while (trusted.count(client) != 0 && !forwarded_for.empty()) {
    const auto comma = forwarded_for.rfind(',');
    const bool is_last = comma == std::string_view::npos;
    const std::string_view entry = is_last ? forwarded_for : forwarded_for.substr(comma + 1);
    forwarded_for = is_last ? std::string_view() : forwarded_for.substr(0, comma);
    std::string before = canonicalAddress(base::trimmed(entry));
    if (before.empty()) break;
    client = std::move(before);
  }
  return client;
}

std::string networkOf(std::string_view address) {
  if (address.find(':') != std::string_view::npos) return clientNetwork(address);
  return std::string(address.substr(0, address.rfind('.'))) + ".0/24";
}

bool cameInPrivate(std::string_view peer, const Request& request,
                   const std::set<std::string, std::less<>>& trusted) {
  const std::string address = canonicalAddress(peer);
  if (isLoopback(address) && !wasPassedOn(request)) return true;
  return trusted.count(address) != 0 && allHttps(request.header("X-Forwarded-Proto"));
}

}  // namespace policycalc::http::serve

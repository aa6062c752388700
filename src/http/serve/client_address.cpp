#include "http/serve/client_address.h"

#include "policycalc/http/client.h"

#include "http/wire/syntax.h"

namespace policycalc::http::serve {

std::string clientAddress(std::string_view peer, std::string_view forwarded_for,
                          const std::set<std::string, std::less<>>& trusted) {
  std::string client = canonicalAddress(peer);
  while (trusted.count(client) != 0 && !forwarded_for.empty()) {
    const auto comma = forwarded_for.rfind(',');
    const bool is_last = comma == std::string_view::npos;
    const std::string_view entry = is_last ? forwarded_for : forwarded_for.substr(comma + 1);
    forwarded_for = is_last ? std::string_view() : forwarded_for.substr(0, comma);
    std::string before = canonicalAddress(wire::trim(entry));
    if (before.empty()) break;
    client = std::move(before);
  }
  return client;
}

}  // namespace policycalc::http::serve

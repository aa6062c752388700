#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace policycalc::desk {

/// The host names under which the desk answers. A page under another name that resolves to this
/// machine (DNS rebinding) gets no answer. Immutable: safe from any thread.
class HostNames {
 public:
  /// Names, IPv4 addresses and IPv6 addresses (in brackets or bare), with or without a port.
  explicit HostNames(const std::vector<std::string>& allowed);

  /// Whether the value of a Host header is allowed.
  bool allows(std::string_view host) const;

  /// Whether `origin` (`https://name[:port]`) is a page of this service: of the `host` that the
  /// request was sent to, or of an allowed entry. `null` is not. With `https_only`, a page that
  /// came over plain HTTP is not either.
  bool allowsOrigin(std::string_view origin, std::string_view host, bool https_only) const;

 private:
  std::set<std::string, std::less<>> allowed_;  ///< in lower case
};

}  // namespace policycalc::desk

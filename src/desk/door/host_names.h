#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace policycalc::desk {

/// The names by which the hall lets itself be called: a page of another name that leads here (DNS
/// rebinding) gets nothing. Immutable: safe from any thread.
class HostNames {
 public:
  /// Names, IPv4 addresses and IPv6 addresses (in brackets or bare), with or without a port.
  explicit HostNames(const std::vector<std::string>& allowed);

  /// Whether a Host header names one of them.
  bool allows(std::string_view host) const;

  /// Whether `origin` (`https://name[:port]`) is a page of this service: of the very host that the
  /// request was sent to, or of an allowed one on its usual port. `null` is none. Where
  /// `https_only`, a page that came over plain HTTP is none either.
  bool allowsOrigin(std::string_view origin, std::string_view host, bool https_only) const;

 private:
  std::set<std::string, std::less<>> allowed_;  ///< small letters
};

}  // namespace policycalc::desk

#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace policycalc::http {

/// A host as URLs and the Host header write it.
struct HostPort {
  std::string_view host;  ///< a name or an address; an IPv6 address as it was written
  std::optional<std::uint16_t> port;

  /// `host` without the brackets of an IPv6 address.
  std::string_view bareHost() const;
};

/// Reads `host`, `host:port`, `[IPv6]`, `[IPv6]:port` and an IPv6 address without brackets, which
/// has no port. The host itself is not checked. Nothing if brackets or port are malformed. The
/// result refers to `text`.
std::optional<HostPort> splitHostPort(std::string_view text);

/// A port in 1 to 5 digits, at most 65535; nothing for any other text.
std::optional<std::uint16_t> readPort(std::string_view text);

/// Whether `text` is a host name, an IPv4 address, or an IPv6 address in brackets, each with or
/// without `:port`. Schemes, paths and wildcards are refused.
bool isHost(std::string_view text);

/// Whether `text` is `http://` or `https://` with such a host and nothing after it.
bool isOrigin(std::string_view text);

}  // namespace policycalc::http

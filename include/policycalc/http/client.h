#pragma once

#include <string>
#include <string_view>

namespace policycalc::http {

/// The canonical spelling of an IP address: IPv6 in lower case and compressed, without brackets,
/// port or zone; an IPv4 address mapped into IPv6 as IPv4. A port after the address is dropped.
/// Returns "" if `text` is not an address.
std::string canonicalAddress(std::string_view text);

/// Whether a canonical address is of this machine itself.
bool isLoopback(std::string_view address);

/// The addresses that one client can be expected to hold: an IPv4 address itself, the first 64 bits
/// of an IPv6 address (`2001:db8:0:1::/64`). Any other text is returned as it is.
std::string clientNetwork(std::string_view address);

}  // namespace policycalc::http

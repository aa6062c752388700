#pragma once

#include <string>
#include <string_view>

namespace policycalc::http {

/// An IP address in its one spelling: IPv6 in lower case and compressed, without brackets, port or
/// zone; an IPv4 address that stands in an IPv6 one as IPv4. "" for what is no address. A port
/// behind an IPv4 address, or behind an IPv6 one in brackets, is left out.
std::string canonicalAddress(std::string_view text);

/// What one client can be expected to hold of addresses: the IPv4 address itself, the first 64 bits
/// of an IPv6 one (`2001:db8:0:1::/64`). What is no address stays as it is.
std::string clientNetwork(std::string_view address);

}  // namespace policycalc::http

#pragma once

#include <set>
#include <string>
#include <string_view>

#include "policycalc/http/message.h"

namespace policycalc::http::serve {

/// Who asks: `peer` (the socket's other end), unless it is one of `trusted`; then the right-most
/// untrusted address of `forwarded_for` (X-Forwarded-For, all of its lines joined). Each proxy adds
/// at the right, so anything left of the first untrusted address is only its claim. If the walk
/// meets a text that is not an address, the last proxy's address counts: a client cannot choose by
/// rubbish whose turn is taken. Addresses in `trusted` are canonical.
std::string clientAddress(std::string_view peer, std::string_view forwarded_for,
                          const std::set<std::string, std::less<>>& trusted);

/// The network that a client's connections are counted for: the first 24 bits of an IPv4 address
/// (`192.0.2.0/24`), the first 64 of an IPv6 address. `address` is canonical.
std::string networkOf(std::string_view address);

/// Request::private_way of a request from `peer`. A loopback peer that is not trusted but names
/// another client is an unknown proxy. Every X-Forwarded-Proto must be `https`. Addresses in
/// `trusted` are canonical.
bool cameInPrivate(std::string_view peer, const Request& request,
                   const std::set<std::string, std::less<>>& trusted);

}  // namespace policycalc::http::serve

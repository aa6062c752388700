#pragma once

#include <set>
#include <string>
#include <string_view>

#include "policycalc/http/message.h"

namespace policycalc::http::serve {

/// Who asks: `peer` (the socket's other end), unless that is one of `trusted`; then the right-most
/// address of `forwarded_for` (X-Forwarded-For, all of its lines joined) that is none of them. Each
/// proxy adds at the right, so what stands left of the first untrusted address is that one's word
/// alone. Where the walk meets something that is no address, the last proxy's stands: nobody can
/// choose by rubbish whose turn is taken. Addresses in `trusted` are canonical.
std::string clientAddress(std::string_view peer, std::string_view forwarded_for,
                          const std::set<std::string, std::less<>>& trusted);

/// Request::private_way of what came from `peer`. A loopback peer that is not trusted but speaks of
/// another client is a proxy nobody vouches for. Of several X-Forwarded-Proto every one must be
/// `https`. Addresses in `trusted` are canonical.
bool cameInPrivate(std::string_view peer, const Request& request,
                   const std::set<std::string, std::less<>>& trusted);

}  // namespace policycalc::http::serve

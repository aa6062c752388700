#pragma once

#include <optional>
#include <string>

#include "policycalc/http/message.h"
#include "policycalc/vault/token.h"

namespace policycalc::desk {

/// The value of a Set-Cookie header that gives the token to the browser until it is closed. The
/// prefix `__Host-` makes browsers refuse it from other hosts and over plain HTTP.
std::string cookieWith(const vault::Token& token);
/// The one that takes it away.
std::string cookieGone();

/// The token that a request brings; nothing without one, and where the cookie comes twice, as then
/// somebody else may have set one of them.
std::optional<vault::Token> tokenOf(const http::Request& request);

}  // namespace policycalc::desk

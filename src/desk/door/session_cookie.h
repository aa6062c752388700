#pragma once

#include <optional>
#include <string>

#include "policycalc/http/message.h"
#include "policycalc/vault/token.h"

namespace policycalc::desk {

/// The value of a Set-Cookie header that keeps the token until the browser is closed. The prefix
/// `__Host-` makes browsers refuse the cookie from other hosts and over plain HTTP.
std::string cookieWith(const vault::Token& token);
/// The value that removes the cookie.
std::string cookieGone();

/// The token of a request. Nothing without one, or if the cookie comes twice: then another host may
/// have set one of them.
std::optional<vault::Token> tokenOf(const http::Request& request);

}  // namespace policycalc::desk

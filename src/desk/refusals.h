#pragma once

#include <chrono>
#include <string>
#include <string_view>

#include "policycalc/http/message.h"

namespace policycalc::desk {

/// A problem with one issue about the whole request, whose `code` tells programs what `detail`
/// tells people.
http::Response refusal(const http::Request& request, int status, std::string_view code,
                       std::string_view detail);
/// The same with an issue that points into the body.
http::Response refusal(const http::Request& request, int status, std::string_view code,
                       std::string_view detail, std::string_view pointer);

/// The same with further members of the problem, rendered before.
http::Response refusal(const http::Request& request, int status, std::string_view code,
                       std::string_view detail, std::string_view pointer, std::string more);

/// 401. It must name a scheme; there is no registered one for cookies, and browsers ignore others.
http::Response unauthorized(const http::Request& request, std::string_view code,
                            std::string_view detail);

/// 421: the host that was called by is none of the allowed ones.
http::Response unknownHost(const http::Request& request);

/// 503 with Retry-After: too many passwords are being checked already.
http::Response allPlacesTaken(const http::Request& request);

/// 429 with Retry-After, which says how long.
http::Response waitFor(const http::Request& request, std::chrono::seconds wait);

}  // namespace policycalc::desk

#pragma once

#include <optional>
#include <string>

#include "policycalc/http/message.h"

namespace policycalc::desk {

/// 304 if the request's If-None-Match names the `etag` of the present answer; otherwise nothing.
std::optional<http::Response> notModified(const http::Request& request, const std::string& etag);

}  // namespace policycalc::desk

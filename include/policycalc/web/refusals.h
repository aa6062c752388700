#pragma once

#include <chrono>
#include <string>

#include "policycalc/base/issue.h"
#include "policycalc/http/message.h"

namespace policycalc::web {

/// kInvalid with every issue.
http::Response invalid(const http::Request& request, base::Issues issues);

/// kNotFound; `detail` says where to look instead.
http::Response notFound(const http::Request& request, std::string detail);

/// kTooManyRequests with Retry-After.
http::Response tooMany(const http::Request& request, std::chrono::seconds wait);

}  // namespace policycalc::web

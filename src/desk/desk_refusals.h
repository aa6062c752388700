#pragma once

#include <chrono>
#include <string>
#include <string_view>

#include "policycalc/http/message.h"
#include "policycalc/web/contract/issue_codes.h"

namespace policycalc::desk {

/// A problem with one issue about the whole request. `code` is for programs, `detail` for people.
http::Response refusal(const http::Request& request, int status, web::IssueCode code,
                       std::string_view detail);
/// The same, with an issue that points into the body.
http::Response refusal(const http::Request& request, int status, web::IssueCode code,
                       std::string_view detail, std::string_view pointer);

/// The same, with further members of the problem, already rendered.
http::Response refusal(const http::Request& request, int status, web::IssueCode code,
                       std::string_view detail, std::string_view pointer, std::string more);

/// 401. The header must name a scheme. None is registered for cookies, and browsers ignore unknown
/// ones.
http::Response unauthorized(const http::Request& request, web::IssueCode code,
                            std::string_view detail);

/// 421: the request's host name is not allowed.
http::Response unknownHost(const http::Request& request);

/// 503 with Retry-After: too many passwords are being checked already.
http::Response allPlacesTaken(const http::Request& request);

/// 429 with a Retry-After of `wait`.
http::Response waitFor(const http::Request& request, std::chrono::seconds wait);

}  // namespace policycalc::desk

#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "policycalc/http/message.h"

namespace policycalc::http::wire {

/// What the head of an answer says beyond the Response itself.
struct Delivery {
  bool keep_alive = true;
  bool http_1_0 = false;
  std::string_view date;  ///< IMF-fixdate
};

/// The status line and all header fields with the empty line: those of `response`, the length, the
/// date, and the security headers: all of them, but for scripts and style sheets only those that do
/// not govern documents. Pages of other origins may not embed it unless `response` has its own
/// Cross-Origin-Resource-Policy.
std::string renderHead(const Response& response, const Delivery& delivery);

/// Whether an answer to `method` carries the bytes of its body.
bool sendsBody(std::string_view method, int status);

/// `Sun, 06 Nov 1994 08:49:37 GMT`.
std::string httpDate(std::int64_t unix_seconds);

}  // namespace policycalc::http::wire

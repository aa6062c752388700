#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "policycalc/http/failure.h"
#include "policycalc/http/message.h"

namespace policycalc::http::wire {

/// The request line and the header fields of one request.
struct Head {
  std::string method;  ///< empty if the request line is malformed
  std::string target;
  int minor_version = 1;  ///< of HTTP/1.x
  Headers headers;
};

/// Reads a head whose lines all end in CRLF, without the empty line. Strict: no folded lines, no
/// space before a colon, no control characters. Goes on reading after a fault, so that the answer
/// can carry the client's request id. Returns the first fault.
std::optional<Failure> parseHead(std::string_view text, Head& head);

}  // namespace policycalc::http::wire

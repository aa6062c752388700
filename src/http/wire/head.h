#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>

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

/// Whether a request line ends after its first or second word, as that of HTTP/0.9 does. No header
/// fields may follow it.
bool lacksVersion(std::string_view line);

/// Name and trimmed value of a header or trailer field; nothing if the line is malformed.
std::optional<std::pair<std::string_view, std::string_view>> parseField(std::string_view line);

/// Reads a head whose lines all end in CRLF, without the empty line. Strict: no folded lines, no
/// space before a colon, no control characters. Goes on reading after a fault, so that the answer
/// can carry the client's request id. Returns the first fault.
std::optional<Failure> parseHead(std::string_view text, Head& head);

}  // namespace policycalc::http::wire

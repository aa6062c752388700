#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "policycalc/http/message.h"

#include "http/wire/request_reader.h"

namespace policycalc::http::test {

/// The limits that the table of shapes counts on.
inline constexpr wire::ReadLimits kShapeLimits = {
    .body_bytes = 64, .request_line_bytes = 200, .header_bytes = 400, .header_count = 8};

/// What an endpoint sees of a request, in printable ASCII without blanks (`\xHH` for the others)
/// and UTF-8: the body, or without one the decoded path and query.
std::string sawText(const Request& request);

/// What the reader made of one request.
struct ReadRequest {
  int status = 200;  ///< of its refusal, or 200
  std::string saw;   ///< sawText(), "" with a refusal
  std::string why;   ///< the refusal's detail
  bool keep_alive = false;

  bool operator==(const ReadRequest&) const = default;
};

/// Feeds `bytes` to a reader, `step` at a time, and then says `end`, until the reader ends or the
/// connection would.
std::vector<ReadRequest> readInSteps(std::string_view bytes, std::size_t step,
                                     wire::ByteSource::Status end, const wire::ReadLimits& limits);

}  // namespace policycalc::http::test

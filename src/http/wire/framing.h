#pragma once

#include <cstddef>
#include <cstdint>

#include "policycalc/base/result.h"
#include "policycalc/http/failure.h"

#include "http/wire/head.h"

namespace policycalc::http::wire {

/// How a request's body is delimited, and what follows it.
struct Framing {
  enum class Body : std::uint8_t { kNone, kSized, kChunked };
  Body body = Body::kNone;
  std::size_t length = 0;  ///< kSized
  bool keep_alive = true;
  bool expects_continue = false;
};

/// Decides on Host, Content-Length, Transfer-Encoding, Expect and Connection as RFC 9112 §6 says,
/// and refuses every doubtful combination: every reader must see the same end of a body.
base::Result<Framing, Failure> frameRequest(const Head& head, std::size_t max_body_bytes);

}  // namespace policycalc::http::wire

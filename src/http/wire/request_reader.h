#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

#include "policycalc/base/result.h"
#include "policycalc/http/failure.h"
#include "policycalc/http/message.h"

#include "http/wire/framing.h"

namespace policycalc::http::wire {

/// Where a reader's bytes come from: a connection, or a test.
class ByteSource {
 public:
  enum class Status : std::uint8_t {
    kBytes,  ///< at least one byte was appended
    kQuiet,  ///< nothing came for the keep-alive timeout
    kLate,   ///< the deadline of the request has passed
    kEnd,    ///< no more bytes will come
  };

  virtual ~ByteSource() = default;
  /// Waits for bytes and appends them.
  virtual Status read(std::string& buffer) = 0;
  /// The first byte of a request is there: its deadline begins.
  virtual void requestBegins() = 0;
  /// Tells the client to send its body; false if the client cannot be reached.
  virtual bool sendContinue() = 0;
  /// The head is read: the most bytes that the body may have, or why the request is refused before
  /// its body is read. `usual` is the limit of the reader.
  virtual base::Result<std::size_t, Failure> bodyLimit(const Request& /*head*/, std::size_t usual) {
    return usual;
  }
};

struct ReadLimits {
  std::size_t body_bytes = 0;
  std::size_t request_line_bytes = 0;
  std::size_t header_bytes = 0;
  std::size_t header_count = 0;
};

/// One request as it came in.
struct Incoming {
  Request request;  ///< complete, or with its refusal set; without an id
  bool keep_alive =
      false;  ///< never with a refusal, after which the next request has no known beginning
  bool http_1_0 = false;
};

/// Reads the requests of one connection one after the other and each whole, so that no part of a
/// body is ever taken for a request. Not thread-safe.
class RequestReader {
 public:
  RequestReader(ByteSource& source, const ReadLimits& limits) : source_(source), limits_(limits) {}

  /// Nothing if the client has gone, or was quiet for too long, between two requests.
  std::optional<Incoming> next();

 private:
  /// Waits until the first byte of a request is at the front of buffer_.
  bool waitForRequest();
  std::optional<Failure> readRequest(Incoming& incoming);
  /// Waits for the empty line; `end` is the position after it.
  std::optional<Failure> readHead(std::size_t& end);
  std::optional<Failure> scanLine(std::size_t line_feed);
  std::optional<Failure> checkUnfinishedLine() const;
  std::optional<Failure> readBody(const Framing& framing, std::size_t limit, std::string& body);
  std::optional<Failure> readSized(std::size_t length, std::string& body);
  std::optional<Failure> readChunked(std::size_t limit, std::string& body);
  /// More bytes, or why there are none.
  std::optional<Failure> more();

  ByteSource& source_;
  ReadLimits limits_;
  std::string buffer_;
  // How far the head at the front of buffer_ is read.
  std::size_t line_start_ = 0;
  std::size_t lines_ = 0;
  std::size_t first_line_end_ = 0;
};

}  // namespace policycalc::http::wire

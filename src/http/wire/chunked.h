#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "policycalc/http/failure.h"

namespace policycalc::http::wire {

/// Takes a chunked body apart as it arrives (RFC 9112 §7.1). Chunk extensions and trailers are
/// read, limited and dropped. One decoder a body; not thread-safe.
class ChunkedDecoder {
 public:
  explicit ChunkedDecoder(std::size_t max_body_bytes) : max_body_bytes_(max_body_bytes) {}

  /// Appends content to `body` and returns how many bytes of `input` belong to this request. Until
  /// done() or a fault, the rest must be given again with more bytes after it.
  std::size_t feed(std::string_view input, std::string& body);

  bool done() const { return state_ == State::kDone; }
  std::optional<Failure> fault() const { return fault_; }

 private:
  enum class State : std::uint8_t { kSize, kData, kDataEnd, kTrailer, kDone };

  /// Takes one whole line: the size line or a trailer.
  bool takeLine(std::string_view& input);
  bool takeData(std::string_view& input, std::string& body);
  bool takeDataEnd(std::string_view& input);
  void readSize(std::string_view line);
  bool fail(Failure fault);

  std::size_t max_body_bytes_;
  std::size_t left_ = 0;      ///< of the chunk
  std::size_t body_ = 0;      ///< content so far, announced chunks included
  std::size_t overhead_ = 0;  ///< bytes of size lines and trailers so far
  State state_ = State::kSize;
  std::optional<Failure> fault_;
};

}  // namespace policycalc::http::wire

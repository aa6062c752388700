#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "policycalc/http/failure.h"

namespace policycalc::http::wire {

struct ChunkLimits {
  std::size_t body_bytes = 0;
  std::size_t trailer_bytes = 0;  ///< of all trailer fields with their line ends
  std::size_t trailer_count = 0;
};

/// Takes a chunked body apart as it arrives (RFC 9112 §7.1). Chunk extensions are read, limited and
/// dropped. So are trailer fields, which are checked as header fields are. One decoder a body; not
/// thread-safe.
class ChunkedDecoder {
 public:
  explicit ChunkedDecoder(const ChunkLimits& limits) : limits_(limits) {}

  /// Appends content to `body` and returns how many bytes of `input` belong to this request. Until
  /// done() or a fault, the rest must be given again with more bytes after it.
  std::size_t feed(std::string_view input, std::string& body);

  bool done() const { return state_ == State::kDone; }
  std::optional<Failure> fault() const { return fault_; }

 private:
  enum class State : std::uint8_t { kSize, kData, kDataEnd, kTrailer, kDone };

  bool takeSize(std::string_view& input);
  bool takeTrailer(std::string_view& input);
  bool takeData(std::string_view& input, std::string& body);
  bool takeDataEnd(std::string_view& input);
  bool readSize(std::string_view line);
  bool fail(Failure fault);

  ChunkLimits limits_;
  std::size_t left_ = 0;      ///< of the chunk
  std::size_t body_ = 0;      ///< content so far, announced chunks included
  std::size_t overhead_ = 0;  ///< bytes of size lines so far
  std::size_t trailer_bytes_ = 0;
  std::size_t trailer_lines_ = 0;
  State state_ = State::kSize;
  std::optional<Failure> fault_;
};

}  // namespace policycalc::http::wire

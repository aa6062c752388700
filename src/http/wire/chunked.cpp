#include "http/wire/chunked.h"

#include <algorithm>

#include "http/wire/head.h"
#include "http/wire/syntax.h"

namespace policycalc::http::wire {

namespace {

constexpr std::size_t kMaxSizeLine = 256;
/// One-byte chunks cost six bytes each; a sender that needs more than this sends no profile.
constexpr std::size_t kOverheadPerBodyByte = 8;
constexpr std::size_t kMinOverhead = 4096;

}  // namespace

bool ChunkedDecoder::fail(Failure fault) {
  fault_ = fault;
  return false;
}

std::size_t ChunkedDecoder::feed(std::string_view input, std::string& body) {
  const std::size_t offered = input.size();
  bool moved = true;
  while (moved && !done() && !fault_) {
    switch (state_) {
      case State::kSize:
        moved = takeSize(input);
        break;
      case State::kTrailer:
        moved = takeTrailer(input);
        break;
      case State::kData:
        moved = takeData(input, body);
        break;
      case State::kDataEnd:
        moved = takeDataEnd(input);
        break;
      case State::kDone:
        moved = false;
        break;
    }
  }
  return offered - input.size();
}

bool ChunkedDecoder::takeSize(std::string_view& input) {
  const auto feed_at = input.find('\n');
  if (feed_at == std::string_view::npos) {
    return input.size() > kMaxSizeLine ? fail(Failure::kChunk) : false;
  }
  if (feed_at == 0 || input[feed_at - 1] != '\r' || feed_at > kMaxSizeLine) {
    return fail(Failure::kChunk);
  }
  overhead_ += feed_at + 1;
  if (overhead_ > kMinOverhead + limits_.body_bytes * kOverheadPerBodyByte) {
    return fail(Failure::kBodyTooLarge);
  }
  if (!readSize(input.substr(0, feed_at - 1))) return false;
  input.remove_prefix(feed_at + 1);
  return true;
}

bool ChunkedDecoder::readSize(std::string_view line) {
  if (!isFieldValue(line)) return fail(Failure::kChunk);
  // Only digits up to the end or the extension. RFC 9112 allows a blank before an extension, but
  // next to a blank, a sign or "0x" other readers may see another number.
  const std::string_view digits = line.substr(0, line.find(';'));
  if (digits.empty()) return fail(Failure::kChunk);
  left_ = 0;
  for (const char digit : digits) {
    const int value = hexValue(digit);
    if (value < 0) return fail(Failure::kChunk);
    left_ = left_ * 16 + static_cast<std::size_t>(value);
    if (left_ > limits_.body_bytes) return fail(Failure::kBodyTooLarge);
  }
  body_ += left_;
  if (body_ > limits_.body_bytes) return fail(Failure::kBodyTooLarge);
  state_ = left_ == 0 ? State::kTrailer : State::kData;
  return true;
}

bool ChunkedDecoder::takeTrailer(std::string_view& input) {
  // The empty line at the end does not count.
  const std::size_t most = limits_.trailer_bytes + 2 - trailer_bytes_;
  const auto feed_at = input.find('\n');
  if (feed_at == std::string_view::npos) {
    return input.size() >= most ? fail(Failure::kHeadersTooLarge) : false;
  }
  if (feed_at >= most) return fail(Failure::kHeadersTooLarge);
  if (feed_at == 0 || input[feed_at - 1] != '\r') return fail(Failure::kChunk);
  const std::string_view line = input.substr(0, feed_at - 1);
  input.remove_prefix(feed_at + 1);
  if (line.empty()) {
    state_ = State::kDone;
    return true;
  }
  trailer_bytes_ += feed_at + 1;
  ++trailer_lines_;
  if (trailer_bytes_ > limits_.trailer_bytes || trailer_lines_ > limits_.trailer_count) {
    return fail(Failure::kHeadersTooLarge);
  }
  return parseField(line) ? true : fail(Failure::kChunk);
}

bool ChunkedDecoder::takeData(std::string_view& input, std::string& body) {
  const std::size_t count = std::min(left_, input.size());
  body.append(input.substr(0, count));
  input.remove_prefix(count);
  left_ -= count;
  if (left_ > 0) return false;
  state_ = State::kDataEnd;
  return true;
}

bool ChunkedDecoder::takeDataEnd(std::string_view& input) {
  if (input.size() < 2) return !input.empty() && input[0] != '\r' ? fail(Failure::kChunk) : false;
  if (input.substr(0, 2) != "\r\n") return fail(Failure::kChunk);
  input.remove_prefix(2);
  state_ = State::kSize;
  return true;
}

}  // namespace policycalc::http::wire

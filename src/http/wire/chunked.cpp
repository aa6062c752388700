#include "http/wire/chunked.h"

#include <algorithm>

#include "policycalc/base/ascii.h"

#include "http/wire/syntax.h"

namespace policycalc::http::wire {

namespace {

constexpr std::size_t kMaxLine = 256;
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
      case State::kTrailer:
        moved = takeLine(input);
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

bool ChunkedDecoder::takeLine(std::string_view& input) {
  const auto feed_at = input.find('\n');
  if (feed_at == std::string_view::npos) {
    return input.size() > kMaxLine ? fail(Failure::kChunk) : false;
  }
  if (feed_at == 0 || input[feed_at - 1] != '\r' || feed_at > kMaxLine) {
    return fail(Failure::kChunk);
  }
  const std::string_view line = input.substr(0, feed_at - 1);
  overhead_ += feed_at + 1;
  if (overhead_ > kMinOverhead + max_body_bytes_ * kOverheadPerBodyByte) {
    return fail(Failure::kBodyTooLarge);
  }
  if (!isFieldValue(line)) return fail(Failure::kChunk);
  if (state_ == State::kSize) {
    readSize(line);
  } else if (line.empty()) {
    state_ = State::kDone;
  }
  input.remove_prefix(feed_at + 1);
  return true;
}

void ChunkedDecoder::readSize(std::string_view line) {
  const std::string_view digits = base::trimmed(line.substr(0, line.find(';')));
  // No leading blank, no sign, no "0x": other readers may see another number there.
  if (digits.empty() || line.front() == ' ' || line.front() == '\t') {
    fail(Failure::kChunk);
    return;
  }
  left_ = 0;
  for (const char digit : digits) {
    const int value = hexValue(digit);
    if (value < 0) {
      fail(Failure::kChunk);
      return;
    }
    left_ = left_ * 16 + static_cast<std::size_t>(value);
    if (left_ > max_body_bytes_) {
      fail(Failure::kBodyTooLarge);
      return;
    }
  }
  body_ += left_;
  if (body_ > max_body_bytes_) {
    fail(Failure::kBodyTooLarge);
    return;
  }
  state_ = left_ == 0 ? State::kTrailer : State::kData;
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

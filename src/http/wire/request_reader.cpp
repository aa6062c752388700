#include "http/wire/request_reader.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "http/wire/chunked.h"
#include "http/wire/head.h"
#include "http/wire/syntax.h"
#include "http/wire/target.h"

namespace policycalc::http::wire {

namespace {

/// A sender that announces a longer body gets no larger buffer before its bytes arrive.
constexpr std::size_t kReserve = 16'384;

}  // namespace

bool RequestReader::waitForRequest() {
  const auto wait = [this](std::size_t bytes) {
    while (buffer_.size() < bytes) {
      if (source_.read(buffer_) != ByteSource::Status::kBytes) return false;
    }
    return true;
  };
  if (!wait(1)) return false;
  // RFC 9112 §2.2: an empty line before a request may be left over from the one before. More of
  // them would keep a connection open without ever beginning a request.
  if (buffer_.front() != '\r') return true;
  if (!wait(2)) return false;
  if (buffer_[1] == '\n') buffer_.erase(0, 2);
  return wait(1);
}

std::optional<Incoming> RequestReader::next() {
  if (!waitForRequest()) return std::nullopt;
  source_.requestBegins();
  Incoming incoming;
  const std::optional<Failure> fault = readRequest(incoming);
  if (fault) {
    incoming.request.refusal = *fault;
    incoming.keep_alive = false;
  }
  return incoming;
}

std::optional<Failure> RequestReader::readRequest(Incoming& incoming) {
  std::size_t head_end = 0;
  if (const auto fault = readHead(head_end)) return fault;
  Head head;
  const std::string_view text = std::string_view(buffer_).substr(0, head_end - 2);
  const auto head_fault = parseHead(text, head);
  buffer_.erase(0, head_end);
  incoming.http_1_0 = head.minor_version == 0;
  Request& request = incoming.request;
  const auto framing = head_fault ? base::Result<Framing, Failure>(*head_fault)
                                  : frameRequest(head, limits_.body_bytes);
  request.method = std::move(head.method);
  request.headers = std::move(head.headers);
  if (head_fault) return head_fault;

  auto target = parseTarget(request.method, head.target);
  if (!target) return target.error();
  request.path = std::move(target.value().path);
  request.query = std::move(target.value().query);
  if (!framing) return framing.error();
  const auto limit = source_.bodyLimit(request, limits_.body_bytes);
  if (!limit) return limit.error();
  if (framing->length > *limit) return Failure::kBodyTooLarge;
  incoming.keep_alive = framing->keep_alive;
  return readBody(*framing, *limit, request.body);
}

std::optional<Failure> RequestReader::readHead(std::size_t& end) {
  line_start_ = 0;
  lines_ = 0;
  first_line_end_ = 0;
  // A binary greeting (TLS on the wrong port) would otherwise wait for its line end.
  if (!isTokenChar(buffer_.front())) return Failure::kRequestLine;
  std::size_t scanned = 0;
  while (true) {
    for (auto feed = buffer_.find('\n', scanned); feed != std::string::npos;
         feed = buffer_.find('\n', scanned)) {
      const bool is_empty = feed == line_start_ + 1 && buffer_[line_start_] == '\r';
      if (const auto fault = scanLine(feed)) return fault;
      scanned = feed + 1;
      if (is_empty) {
        end = scanned;
        return std::nullopt;
      }
    }
    scanned = buffer_.size();
    if (const auto fault = checkUnfinishedLine()) return fault;
    if (const auto fault = more()) return fault;
  }
}

std::optional<Failure> RequestReader::scanLine(std::size_t line_feed) {
  // Lengths before anything else: a line that comes in parts is refused for its length before its
  // end is there, and the answer must not depend on the parts.
  const std::size_t end = line_feed + 1;
  if (lines_ == 0 && end > limits_.request_line_bytes + 2) return Failure::kLineTooLong;
  if (lines_ > 0 && end - first_line_end_ > limits_.header_bytes + 2) {
    return Failure::kHeadersTooLarge;
  }
  if (line_feed == 0 || buffer_[line_feed - 1] != '\r') return Failure::kLineEnd;
  if (lines_ == 0) {
    first_line_end_ = end;
    // A client of HTTP/0.9 sends no empty line: without this it would wait for the deadline.
    if (lacksVersion(std::string_view(buffer_).substr(0, line_feed - 1))) {
      return Failure::kRequestLine;
    }
  }
  line_start_ = end;
  ++lines_;
  if (lines_ > limits_.header_count + 2) return Failure::kHeadersTooLarge;  // with the empty line
  return std::nullopt;
}

std::optional<Failure> RequestReader::checkUnfinishedLine() const {
  if (lines_ == 0) {
    if (buffer_.size() > limits_.request_line_bytes + 1) return Failure::kLineTooLong;
  } else if (buffer_.size() - first_line_end_ > limits_.header_bytes + 1) {
    return Failure::kHeadersTooLarge;
  }
  return std::nullopt;
}

std::optional<Failure> RequestReader::readBody(const Framing& framing, std::size_t limit,
                                               std::string& body) {
  if (framing.body == Framing::Body::kNone) return std::nullopt;
  const bool body_follows = framing.body == Framing::Body::kChunked || framing.length > 0;
  if (framing.expects_continue && body_follows && buffer_.empty() && !source_.sendContinue()) {
    return Failure::kTruncated;
  }
  return framing.body == Framing::Body::kSized ? readSized(framing.length, body)
                                               : readChunked(limit, body);
}

std::optional<Failure> RequestReader::readSized(std::size_t length, std::string& body) {
  if (buffer_.size() < length) buffer_.reserve(std::min(length, kReserve));
  while (buffer_.size() < length) {
    if (const auto fault = more()) return fault;
  }
  if (buffer_.size() == length) {
    body = std::exchange(buffer_, {});
  } else {
    body = buffer_.substr(0, length);
    buffer_.erase(0, length);
  }
  return std::nullopt;
}

std::optional<Failure> RequestReader::readChunked(std::size_t limit, std::string& body) {
  ChunkedDecoder decoder({.body_bytes = limit,
                          .trailer_bytes = limits_.header_bytes,
                          .trailer_count = limits_.header_count});
  while (true) {
    buffer_.erase(0, decoder.feed(buffer_, body));
    if (decoder.fault()) return decoder.fault();
    if (decoder.done()) return std::nullopt;
    if (const auto fault = more()) return fault;
  }
}

std::optional<Failure> RequestReader::more() {
  while (true) {
    switch (source_.read(buffer_)) {
      case ByteSource::Status::kBytes:
        return std::nullopt;
      case ByteSource::Status::kQuiet:
        break;  // within a request only its deadline counts
      case ByteSource::Status::kLate:
        return Failure::kLate;
      case ByteSource::Status::kEnd:
        return Failure::kTruncated;
    }
  }
}

}  // namespace policycalc::http::wire

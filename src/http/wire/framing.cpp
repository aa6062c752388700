#include "http/wire/framing.h"

#include <algorithm>
#include <optional>

#include "policycalc/base/ascii.h"

#include "http/wire/syntax.h"

namespace policycalc::http::wire {

namespace {

const std::string* find(const Head& head, std::string_view name) {
  const auto found = head.headers.find(name);
  return found == head.headers.end() ? nullptr : &found->second;
}

std::optional<Failure> checkHost(const Head& head) {
  const std::string* host = find(head, "Host");
  if (host == nullptr && head.minor_version == 0) return std::nullopt;
  if (host == nullptr || !isHost(*host)) return Failure::kHost;
  return std::nullopt;
}

std::optional<Failure> readLength(std::string_view text, std::size_t max, Framing& framing) {
  if (text.empty() || !std::all_of(text.begin(), text.end(), base::isDigit)) {
    return Failure::kContentLength;
  }
  framing.body = Framing::Body::kSized;
  for (const char digit : text) {
    framing.length = framing.length * 10 + static_cast<std::size_t>(digit - '0');
    if (framing.length > max) return Failure::kBodyTooLarge;  // before it could overflow
  }
  return std::nullopt;
}

std::optional<Failure> readBody(const Head& head, std::size_t max, Framing& framing) {
  const std::string* coding = find(head, "Transfer-Encoding");
  const std::string* length = find(head, "Content-Length");
  if (coding != nullptr && length != nullptr) return Failure::kLengthAndCoding;
  if (length != nullptr) return readLength(*length, max, framing);
  if (coding != nullptr) {
    // HTTP/1.0 has no transfer codings: a proxy of that version would not read them either.
    if (head.minor_version == 0) return Failure::kLengthAndCoding;
    if (!base::equalsIgnoringCase(*coding, "chunked")) return Failure::kTransferCoding;
    framing.body = Framing::Body::kChunked;
    return std::nullopt;
  }
  const bool needs_body = head.method == "POST" || head.method == "PUT" || head.method == "PATCH";
  if (needs_body) return Failure::kLengthRequired;
  return std::nullopt;
}

std::optional<Failure> readExpectation(const Head& head, Framing& framing) {
  const std::string* expect = find(head, "Expect");
  if (expect == nullptr) return std::nullopt;
  if (!base::equalsIgnoringCase(*expect, "100-continue")) return Failure::kExpectation;
  framing.expects_continue = head.minor_version > 0;
  return std::nullopt;
}

bool keepsAlive(const Head& head) {
  const std::string* connection = find(head, "Connection");
  if (connection == nullptr) return head.minor_version > 0;
  if (listHas(*connection, "close")) return false;
  return head.minor_version > 0 || listHas(*connection, "keep-alive");
}

}  // namespace

base::Result<Framing, Failure> frameRequest(const Head& head, std::size_t max_body_bytes) {
  Framing framing;
  framing.keep_alive = keepsAlive(head);
  if (const auto fault = checkHost(head)) return *fault;
  if (const auto fault = readBody(head, max_body_bytes, framing)) return *fault;
  if (const auto fault = readExpectation(head, framing)) return *fault;
  return framing;
}

}  // namespace policycalc::http::wire

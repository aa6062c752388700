#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "policycalc/http/message.h"

namespace policycalc::http::test {

/// One answer as it came over the wire.
struct Reply {
  int status = 0;  ///< 0: the connection ended before an answer
  Headers headers;
  std::string body;
  std::string text;  ///< all of it

  std::string header(std::string_view name) const;
};

/// A client that sends exactly the bytes it is given, over its own loopback socket. Every wait ends
/// after ten seconds, so that a silent server fails the test instead of hanging it.
class RawClient {
 public:
  explicit RawClient(std::uint16_t port);
  /// From this loopback address (`127.9.8.7`).
  RawClient(std::uint16_t port, const std::string& from);
  ~RawClient();
  RawClient(RawClient&& other) noexcept;
  RawClient(const RawClient&) = delete;
  RawClient& operator=(const RawClient&) = delete;

  /// False when the server has closed.
  bool send(std::string_view bytes);
  /// No more bytes will come from this side.
  void finish();
  /// Breaks the connection, so that the server finds it reset.
  void reset();

  /// The next answer; `to_head`: it has no body, whatever its length says.
  Reply receive(bool to_head = false);
  /// Whether the server closes, without another byte.
  bool isClosed();
  /// Whether the beginning of an answer has come without its end.
  bool hasPart() const { return !buffer_.empty(); }

 private:
  bool fill();

  int descriptor_;
  std::string buffer_;
};

/// Opens a connection, sends, and returns the first answer.
Reply exchange(std::uint16_t port, std::string_view bytes);

}  // namespace policycalc::http::test

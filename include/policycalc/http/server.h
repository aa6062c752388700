#pragma once

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "policycalc/http/endpoint.h"

namespace policycalc::http {

struct ServerOptions {
  std::string host = "127.0.0.1";  ///< an address to listen on, or a name that resolves to one
  std::uint16_t port = 0;          ///< 0: any free one, see Server::port()

  /// Connections served at the same time, each by its own thread. For the next one, the network
  /// (/24, /64) with the most connections gives up its oldest idle one, else its slowest; a trusted
  /// proxy's connections count for the networks of its clients. If all of them work, the next one
  /// is refused: kFull.
  std::size_t max_connections = 512;
  /// Paths under it are served even then, on a few places that are kept for them; empty: none.
  std::string reserved_prefix;
  /// Bodies that arrive and answers that are not taken yet, all together. Above it, the network
  /// that holds the most loses its slowest connection.
  std::size_t max_bytes_in_flight = std::size_t{64} * 1024 * 1024;
  std::size_t max_requests_per_connection = 1000;  ///< the last answer says `Connection: close`

  std::chrono::milliseconds request_deadline{15'000};   ///< first byte to last; then kLate
  std::chrono::milliseconds answer_deadline{30'000};    ///< for the client to take the answer
  std::chrono::milliseconds keep_alive_timeout{5'000};  ///< without a byte of the next request
  std::chrono::milliseconds drain{10'000};  ///< for requests to arrive after stop() has begun

  std::size_t max_body_bytes = std::size_t{256} * 1024;  ///< above: kBodyTooLarge
  /// The most bytes of this request's body, of which the head has been read: no more than
  /// max_body_bytes count. Called from many threads at once. Empty: max_body_bytes for all.
  std::function<std::size_t(const Request&)> body_limit;
  std::size_t max_request_line_bytes = std::size_t{8} * 1024;  ///< above: kLineTooLong
  std::size_t max_header_bytes = std::size_t{16} * 1024;  ///< all together; above: kHeadersTooLarge
  std::size_t max_header_count = 64;                      ///< above: kHeadersTooLarge

  /// Proxies whose X-Forwarded-For, X-Forwarded-Proto and X-Request-Id are believed, as IP
  /// addresses in any spelling; from other peers these headers are ignored.
  std::vector<std::string> trusted_proxies;

  std::string cors_prefix;  ///< paths under it are open to pages of any origin; empty: none
  std::string cors_except;  ///< paths under it are not; empty: no exception
  bool compress_answers = true;

  /// Seconds since 1970 for the header Date; empty: the system's.
  std::function<std::int64_t()> unix_time;

  LineSink access_log;  ///< one line per request, see withAccessLog(); empty: none
  LineSink error_log;   ///< failures, with request ids; empty: none
  /// Called a few times after very many connections have ended, to give memory back; may be empty.
  std::function<void()> after_storm;
  FailureOf failure_of;  ///< what an endpoint's exception means; empty: always kInternal
};

/// What the server has counted since start().
struct ServerCounters {
  std::uint64_t connections_accepted = 0;
  std::uint64_t connections_refused = 0;    ///< as all places were taken
  std::uint64_t connections_reset = 0;      ///< by the client, before they were served
  std::uint64_t idle_given_up = 0;          ///< idle connections that made room for others
  std::uint64_t slow_given_up = 0;          ///< slow ones that made room for others
  std::uint64_t connections_open = 0;       ///< now
  std::uint64_t bytes_in_flight = 0;        ///< now, see ServerOptions::max_bytes_in_flight
  std::array<std::uint64_t, 6> requests{};  ///< by status class: [2] counts 2xx, [0] is unused
  std::uint64_t bytes_in = 0;
  std::uint64_t bytes_out = 0;
  std::uint64_t request_timeouts = 0;  ///< requests that did not arrive in time
  std::uint64_t answer_timeouts = 0;   ///< answers that the client did not take in time
};

/// An HTTP/1.1 server: a thread a connection, keep-alive, pipelining, sized and chunked bodies. It
/// reads a request whole, checks it, and hands it to `endpoint` inside the chain RequestId →
/// AccessLog → Cors → Compression → ErrorGuard → Limits. Every answer has the security headers and
/// `Cache-Control: no-store`, unless the endpoint sets its own. One thread calls start() and
/// stop(); any thread may read the counters.
class Server {
 public:
  Server(ServerOptions options, Endpoint endpoint);
  ~Server();  ///< stops
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  /// Listens and returns. Throws std::runtime_error, with a message for people, when the address
  /// cannot be used. Once only.
  void start();

  /// Stops listening at once, so that new clients are refused by the system, closes idle
  /// connections, lets running requests finish and sends their answers, then returns. Requests that
  /// are still arriving have until the end of the drain, and their answers a second more. A second
  /// call does nothing. Must not be called from an endpoint.
  void stop();

  /// The port it listens on; 0 before start().
  std::uint16_t port() const;

  ServerCounters counters() const;

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace policycalc::http

#pragma once

#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdint>

#include <Poco/Net/StreamSocket.h>

#include "http/serve/fairness.h"

namespace policycalc::http::serve {

/// What the watchdog, the choice of who gives way, and stop() must know about one connection. The
/// connection's thread writes it, others may end a phase, and one atomic exchange decides each end,
/// so that both sides agree whether the phase was in time.
class Activity {
 public:
  using Clock = std::chrono::steady_clock;

  explicit Activity(const Poco::Net::StreamSocket& socket);

  int descriptor() const { return socket_.impl()->sockfd(); }

  /// Waiting for a request, which may never come.
  void idle();
  void busy() { idle_.store(false); }

  enum class Phase : std::int64_t { kReading = 0, kAnswering = 1 };
  void begin(Phase phase, Clock::time_point deadline);
  /// Ends the phase; false if its deadline had passed or the connection was given up.
  bool end();
  bool isLate() const { return deadline_.load() == kLate; }

  /// Stops the phase if its deadline is before `now`: a late request gets no more bytes (and can
  /// still be answered), a late answer is abandoned.
  void expire(Clock::time_point now);
  /// Brings the deadline of a running phase forward to this one.
  void hasten(Phase phase, Clock::time_point deadline);
  /// Wakes the thread if it is idle.
  void dismiss();
  /// Ends the connection for the sake of another one.
  void giveUp();
  bool isGivenUp() const { return given_up_.load(); }

  /// The bytes of a body or answer that it holds now. Returns those that it held before.
  std::size_t hold(std::size_t bytes) { return bytes_.exchange(bytes); }

  /// For the choice of who gives way; the network is known elsewhere.
  Holder holder() const;

 private:
  static constexpr std::int64_t kNone = 0;
  static constexpr std::int64_t kLate = -1;

  void cut(std::int64_t deadline);

  Poco::Net::StreamSocket socket_;
  std::atomic<bool> idle_{true};
  std::atomic<bool> given_up_{false};
  std::atomic<std::int64_t> deadline_{kNone};  ///< steady nanoseconds × 2 + phase, kNone or kLate
  std::atomic<std::int64_t> since_;            ///< steady nanoseconds
  std::atomic<std::size_t> bytes_{0};
};

}  // namespace policycalc::http::serve

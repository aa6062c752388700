#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <mutex>
#include <thread>
#include <unordered_set>

#include <Poco/Net/StreamSocket.h>

namespace policycalc::http::serve {

/// What the watchdog and stop() must know about one connection. The connection's thread writes it,
/// the watchdog may end a phase, and one atomic exchange decides each end, so that both sides agree
/// whether the phase was in time.
class Activity {
 public:
  explicit Activity(const Poco::Net::StreamSocket& socket) : socket_(socket) {}

  /// Waiting for a request, which may never come.
  void idle() { idle_.store(true); }
  void busy() { idle_.store(false); }

  enum class Phase : std::int64_t { kReading = 0, kAnswering = 1 };
  void begin(Phase phase, std::chrono::steady_clock::time_point deadline);
  /// Ends the phase; false if its deadline had passed.
  bool end();
  bool isLate() const { return deadline_.load() == kLate; }

  /// Stops the phase if its deadline is before `now`: a late request gets no more bytes (and can
  /// still be answered), a late answer is abandoned.
  void expire(std::chrono::steady_clock::time_point now);
  /// Wakes the thread if it is idle.
  void dismiss();

 private:
  static constexpr std::int64_t kNone = 0;
  static constexpr std::int64_t kLate = -1;

  Poco::Net::StreamSocket socket_;
  std::atomic<bool> idle_{true};
  std::atomic<std::int64_t> deadline_{kNone};  ///< steady nanoseconds × 2 + phase, kNone or kLate
};

/// All connections that have a place, and the thread that watches their deadlines. Safe from any
/// thread; call close() once.
class Connections {
 public:
  Connections(std::size_t places, std::chrono::milliseconds tick);
  ~Connections();
  Connections(const Connections&) = delete;
  Connections& operator=(const Connections&) = delete;

  /// Takes a place for an accepted connection; false if none is left or while closing.
  bool admit();
  /// The thread of an admitted connection has begun.
  void enter(Activity& activity);
  /// The thread ends and gives its place back.
  void leave(Activity& activity);

  std::size_t open() const { return open_.load(); }
  bool isClosing() const { return closing_.load(); }

  /// Admits no more, waits until all admitted connections have their threads (they are promised an
  /// answer), and wakes idle ones, which then end. The others end after their request.
  void close();

 private:
  void watch();

  const std::size_t places_;
  const std::chrono::milliseconds tick_;
  std::atomic<std::size_t> open_{0};
  std::atomic<bool> closing_{false};
  std::mutex mutex_;  ///< guards active_ and stopped_; sockets in active_ are open while it is held
  std::condition_variable moved_;  ///< a connection entered or left
  std::condition_variable stop_;
  std::unordered_set<Activity*> active_;
  bool stopped_ = false;
  std::thread watchdog_;
};

}  // namespace policycalc::http::serve

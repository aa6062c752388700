#pragma once

#include <chrono>
#include <cstddef>
#include <mutex>
#include <thread>
#include <vector>

#include <Poco/Net/StreamSocket.h>

namespace policycalc::http::serve {

/// Ends connections so that their last answer arrives. A socket that is closed while bytes of the
/// client are unread sends a reset, which can destroy an answer on its way. So only the sending
/// side is closed, and further bytes are dropped until the client closes, for at most a second.
/// Safe from any thread.
class Lingering {
 public:
  /// Beyond `capacity` sockets at a time, a socket is closed at once.
  explicit Lingering(std::size_t capacity);
  /// Waits for its sockets, for at most a second.
  ~Lingering();
  Lingering(const Lingering&) = delete;
  Lingering& operator=(const Lingering&) = delete;

  void take(const Poco::Net::StreamSocket& connection);

 private:
  using Clock = std::chrono::steady_clock;
  struct Entry {
    Poco::Net::StreamSocket socket;
    Clock::time_point deadline;
  };

  void run();
  /// Takes over the new sockets; false if there are none and no more will come.
  bool collect();
  void waitForBytes() const;
  void dropFinished();
  void wake() const;

  const std::size_t capacity_;
  const int wake_;  ///< an eventfd
  std::mutex mutex_;
  std::vector<Entry> arrived_;  ///< guarded by mutex_
  std::size_t held_ = 0;        ///< guarded by mutex_; new sockets and the thread's
  bool stopping_ = false;       ///< guarded by mutex_
  std::vector<Entry> entries_;  ///< used by the thread only
  std::thread thread_;
};

}  // namespace policycalc::http::serve

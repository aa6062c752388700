#pragma once

#include <chrono>
#include <cstddef>
#include <mutex>
#include <thread>
#include <vector>

#include <Poco/Net/StreamSocket.h>

namespace policycalc::http::serve {

/// Ends connections so that their last answer arrives. A socket that is closed while bytes of the
/// client are unread sends a reset, and a reset can destroy an answer on its way; so the sending
/// side is closed, and what still comes is dropped until the client closes, for a second at most.
/// Safe from any thread.
class Lingering {
 public:
  /// Beyond `capacity` sockets at the same time, one is closed at once.
  explicit Lingering(std::size_t capacity);
  /// Waits for the sockets that it has, a second at most.
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
  /// Takes over what arrived; false when there is nothing left and none will come.
  bool collect();
  void waitForBytes() const;
  void dropFinished();
  void wake() const;

  const std::size_t capacity_;
  const int wake_;  ///< an eventfd
  std::mutex mutex_;
  std::vector<Entry> arrived_;  ///< guarded by mutex_
  std::size_t held_ = 0;        ///< guarded by mutex_; arrived ones and those of the thread
  bool stopping_ = false;       ///< guarded by mutex_
  std::vector<Entry> entries_;  ///< the thread's own
  std::thread thread_;
};

}  // namespace policycalc::http::serve

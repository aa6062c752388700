#pragma once

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <functional>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "policycalc/http/endpoint.h"

namespace policycalc::app {

struct JanitorOptions {
  std::chrono::milliseconds interval{std::chrono::hours(1)};
  std::function<std::chrono::sys_seconds()> now;
  http::LineSink log;  ///< receives what went wrong and how much was removed
  /// Asked before each round; false: the round removes nothing and says so. Empty: always true.
  std::function<bool()> clock_is_believed = {};
};

/// Removes what has expired from the files: once at construction, then after each interval, on its
/// own thread. (Readers never see expired profiles or applicants without authorisation, removed or
/// not.) A duty that fails is logged and tried again in the next round; the others are still done.
class Janitor {
 public:
  struct Duty {
    std::string what;  ///< what it removes, for the log
    /// Returns how many it removed.
    std::function<std::size_t(std::chrono::sys_seconds now)> remove;
  };

  /// Each round does the duties in this order.
  Janitor(std::vector<Duty> duties, JanitorOptions options);
  /// Stops the thread after the current round.
  ~Janitor();
  Janitor(const Janitor&) = delete;
  Janitor& operator=(const Janitor&) = delete;

 private:
  void run();
  void sweep() noexcept;
  void perform(const Duty& duty) noexcept;

  const std::vector<Duty> duties_;
  const JanitorOptions options_;
  std::mutex mutex_;
  std::condition_variable stop_;
  bool stopping_ = false;  ///< guarded by mutex_
  std::thread thread_;
};

}  // namespace policycalc::app

#pragma once

#include <chrono>
#include <condition_variable>
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
  http::LineSink log;  ///< what went wrong; never a word of what was removed
};

/// Removes what is over: at once when it is made, then each interval, on a thread of its own.
/// Nobody sees an expired profile or an applicant without authorisation anyway; this makes it be
/// gone from the files. A duty that fails is logged and keeps no other from being done; the next
/// round makes up for it.
class Janitor {
 public:
  struct Duty {
    std::string what;  ///< is removed, for the log
    std::function<void(std::chrono::sys_seconds now)> remove;
  };

  /// Each round does the duties in their order.
  Janitor(std::vector<Duty> duties, JanitorOptions options);
  /// Ends the thread at once, or behind the round that it is in.
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

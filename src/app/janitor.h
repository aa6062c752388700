#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

#include "policycalc/http/endpoint.h"
#include "policycalc/store/saved_profiles.h"

namespace policycalc::app {

struct JanitorOptions {
  std::chrono::milliseconds interval{std::chrono::hours(1)};
  std::function<std::chrono::sys_seconds()> now;
  http::LineSink log;  ///< what went wrong; never a word of a profile
};

/// Removes expired profiles: at once when it is made, then each interval, on a thread of its own.
/// Nobody sees an expired profile anyway; this makes it be gone from the files. A round that fails
/// is logged, and the next one makes up for it.
class Janitor {
 public:
  Janitor(store::SavedProfiles& profiles, JanitorOptions options);
  /// Ends the thread at once, or behind the round that it is in.
  ~Janitor();
  Janitor(const Janitor&) = delete;
  Janitor& operator=(const Janitor&) = delete;

 private:
  void run();
  void sweep() noexcept;

  store::SavedProfiles& profiles_;
  const JanitorOptions options_;
  std::mutex mutex_;
  std::condition_variable stop_;
  bool stopping_ = false;  ///< guarded by mutex_
  std::thread thread_;
};

}  // namespace policycalc::app

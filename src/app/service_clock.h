#pragma once

#include <atomic>
#include <chrono>
#include <functional>
#include <mutex>
#include <optional>

#include "policycalc/http/endpoint.h"
#include "policycalc/store/clock.h"

namespace policycalc::app {

struct ServiceClockOptions {
  std::function<std::chrono::sys_seconds()> now;
  std::function<std::chrono::seconds()> awake;  ///< how long the computer has run, with its sleep
  http::LineSink log;
};

/// The clock of the service, watched: what it shows is kept as the confirmed time as it passes, and
/// a jump that the uptime does not prove is said in the log. The store does not end anything by
/// such a time, so that the clock only has to tell. Safe from any thread.
class ServiceClock {
 public:
  /// `kept` outlives this object.
  ServiceClock(store::Clock& kept, ServiceClockOptions options)
      : kept_(kept), options_(std::move(options)) {}

  /// The time as the computer shows it. Looks at it first if it has jumped, so that a computer that
  /// slept is believed at once. Throws nothing.
  std::chrono::sys_seconds now() noexcept;

  /// Judges the time and keeps it if it is believed; to be called each minute. Throws nothing: a
  /// database that fails is logged.
  void look() noexcept;

  /// False while nothing may be removed by time.
  bool isBelieved() const { return sense_ != store::ClockSense::kAhead; }

 private:
  void judge(std::chrono::sys_seconds now);
  void tell(store::ClockSense sense, std::chrono::sys_seconds now) const;

  store::Clock& kept_;
  const ServiceClockOptions options_;
  std::mutex mutex_;                                ///< guards awake_then_
  std::optional<std::chrono::seconds> awake_then_;  ///< when a time was last believed
  std::atomic<store::ClockSense> sense_{store::ClockSense::kBelieved};
  std::atomic<std::chrono::sys_seconds> looked_at_{};
};

}  // namespace policycalc::app

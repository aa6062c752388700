#pragma once

#include <chrono>
#include <mutex>
#include <optional>

#include "policycalc/api/routes.h"
#include "policycalc/store/store.h"

namespace policycalc::api {

/// Whether the service can do its work. Asking the database writes a row, so that its answer is
/// kept for a few seconds, however many ask. Safe from any thread.
class Readiness {
 public:
  static constexpr std::chrono::seconds kKept{3};

  /// `has_chinese`: whether a font for printed sheets was found.
  explicit Readiness(const Services& services, bool has_chinese = true)
      : services_(services), has_chinese_(has_chinese) {}

  struct State {
    std::optional<store::Trouble> trouble;
    store::ClockSense clock = store::ClockSense::kBelieved;
    std::optional<std::chrono::sys_seconds> confirmed;  ///< see store::Clock
    std::optional<Unserved> unserved;
  };
  State state();
  bool hasChinese() const { return has_chinese_; }

 private:
  const Services& services_;
  const bool has_chinese_;
  std::mutex mutex_;  ///< guards the members below
  std::optional<std::chrono::steady_clock::time_point> asked_at_;
  store::Health health_;
};

}  // namespace policycalc::api

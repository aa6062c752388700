#pragma once

#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>

#include "api/callers/key_failures.h"

namespace policycalc::api {

/// Refusals of callers, for /metrics. Thread-safe.
class CallerCounters {
 public:
  void countRefused(KeyFailure failure) { ++refused_.at(static_cast<std::size_t>(failure)); }
  void countLimited(bool has_key) { ++(has_key ? limited_keys_ : limited_anonymous_); }

  std::uint64_t refused(KeyFailure failure) const {
    return refused_.at(static_cast<std::size_t>(failure));
  }
  /// Answered 429 for want of points.
  std::uint64_t limited(bool has_key) const { return has_key ? limited_keys_ : limited_anonymous_; }

 private:
  std::array<std::atomic<std::uint64_t>, kKeyFailures> refused_{};
  std::atomic<std::uint64_t> limited_anonymous_{0};
  std::atomic<std::uint64_t> limited_keys_{0};
};

}  // namespace policycalc::api

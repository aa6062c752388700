#pragma once

#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>

#include "policycalc/http/failure.h"

namespace policycalc::web {

/// What became of an attempt to log in.
enum class LogInResult : std::uint8_t { kDone, kWrong, kWait, kBusy };

inline constexpr std::size_t kLogInResults = 4;

/// Counts at the door of the desk, for /metrics. Thread-safe.
class DoorCounters {
 public:
  /// Refusals are counted by the statuses of these.
  static constexpr std::array kCounted{http::Failure::kNoCredentials, http::Failure::kForbidden,
                                       http::Failure::kTooManyRequests, http::Failure::kBusy};

  void countLogIn(LogInResult result) { ++log_ins_[static_cast<std::size_t>(result)]; }

  /// Counts an answer if its status is that of one of kCounted.
  void countAnswer(int status) {
    for (std::size_t i = 0; i < kCounted.size(); ++i) {
      if (http::statusOf(kCounted[i]) == status) ++refusals_[i];
    }
  }

  std::uint64_t logIns(LogInResult result) const {
    return log_ins_[static_cast<std::size_t>(result)];
  }

  /// By the place in kCounted.
  std::uint64_t refusals(std::size_t place) const { return refusals_[place]; }

 private:
  std::array<std::atomic<std::uint64_t>, kLogInResults> log_ins_{};
  std::array<std::atomic<std::uint64_t>, kCounted.size()> refusals_{};
};

}  // namespace policycalc::web

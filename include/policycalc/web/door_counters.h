#pragma once

#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>

namespace policycalc::web {

/// What became of an attempt to log in.
enum class LogInResult : std::uint8_t { kDone, kWrong, kWait, kBusy };

inline constexpr std::size_t kLogInResults = 4;

/// Counts at the door of the desk, for /metrics. Thread-safe.
class DoorCounters {
 public:
  /// The statuses that are counted.
  static constexpr std::array kStatuses{401, 403, 429, 503};

  void countLogIn(LogInResult result) { ++log_ins_[static_cast<std::size_t>(result)]; }

  /// Counts an answer if its status is one of kStatuses.
  void countAnswer(int status) {
    for (std::size_t i = 0; i < kStatuses.size(); ++i) {
      if (kStatuses[i] == status) ++refusals_[i];
    }
  }

  std::uint64_t logIns(LogInResult result) const {
    return log_ins_[static_cast<std::size_t>(result)];
  }

  /// By the place of the status in kStatuses.
  std::uint64_t refusals(std::size_t place) const { return refusals_[place]; }

 private:
  std::array<std::atomic<std::uint64_t>, kLogInResults> log_ins_{};
  std::array<std::atomic<std::uint64_t>, kStatuses.size()> refusals_{};
};

}  // namespace policycalc::web

#pragma once

#include <chrono>
#include <cstdint>
#include <string>

namespace policycalc::app {

/// `12000 lines, 6000 a second, 40 %, 3 s left`; without the last two if `bytes` is 0.
std::string progressText(std::uint64_t lines, std::chrono::milliseconds passed,
                         std::uint64_t bytes_read, std::uint64_t bytes);

/// Shows on a terminal how far a batch is, twice a second; on anything else it shows nothing.
class BatchProgress {
 public:
  /// `bytes` of the whole input; 0 if they are not known.
  explicit BatchProgress(std::uint64_t bytes);
  ~BatchProgress();
  BatchProgress(const BatchProgress&) = delete;
  BatchProgress& operator=(const BatchProgress&) = delete;

  void show(std::uint64_t lines, std::uint64_t bytes_read);

 private:
  using Clock = std::chrono::steady_clock;

  bool is_terminal_;
  std::uint64_t bytes_;
  Clock::time_point begin_;
  Clock::time_point next_;
  bool has_shown_ = false;
};

}  // namespace policycalc::app

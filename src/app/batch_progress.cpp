#include "app/batch_progress.h"

#include <algorithm>
#include <iostream>
#include <unistd.h>

namespace policycalc::app {
namespace {

constexpr std::chrono::milliseconds kBetween =
    std::chrono::milliseconds(std::chrono::seconds(1)) / 2;
constexpr const char* kClearLine = "\r\x1b[K";

}  // namespace

std::string progressText(std::uint64_t lines, std::chrono::milliseconds passed,
                         std::uint64_t bytes_read, std::uint64_t bytes) {
  constexpr std::uint64_t kSecond = 1000;
  constexpr std::uint64_t kPerCent = 100;
  const auto ms = static_cast<std::uint64_t>(std::max<std::int64_t>(passed.count(), 1));
  std::string text =
      std::to_string(lines) + " lines, " + std::to_string(lines * kSecond / ms) + " a second";
  if (bytes == 0 || bytes_read == 0) return text;
  const std::uint64_t read = std::min(bytes_read, bytes);
  const std::uint64_t left = (bytes - read) * ms / read / kSecond;
  return text + ", " + std::to_string(read * kPerCent / bytes) + " %, " + std::to_string(left) +
         " s left";
}

BatchProgress::BatchProgress(std::uint64_t bytes)
    : is_terminal_(::isatty(STDERR_FILENO) == 1),
      bytes_(bytes),
      begin_(Clock::now()),
      next_(begin_ + kBetween) {}

BatchProgress::~BatchProgress() {
  if (has_shown_) std::cerr << kClearLine;
}

void BatchProgress::show(std::uint64_t lines, std::uint64_t bytes_read) {
  if (!is_terminal_) return;
  const Clock::time_point now = Clock::now();
  if (now < next_) return;
  next_ = now + kBetween;
  has_shown_ = true;
  const auto passed = std::chrono::duration_cast<std::chrono::milliseconds>(now - begin_);
  std::cerr << kClearLine << progressText(lines, passed, bytes_read, bytes_) << std::flush;
}

}  // namespace policycalc::app

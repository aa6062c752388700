#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>

namespace policycalc::app {

struct LogWriterOptions {
  int descriptor = 2;                                     ///< stays open, and is not closed here
  std::size_t max_waiting_bytes = std::size_t{1} << 20U;  ///< of lines not yet written
  std::chrono::milliseconds last_words{1'000};  ///< how long the destructor goes on writing
};

/// Writes the lines of a log from a thread that does nothing else. A reader that stalls or a full
/// disk delays no caller and does not prevent the stop: lines that find no room, or that cannot be
/// written, are dropped and counted, and the next line that can be written comes after a note of
/// how many are missing. Thread-safe; the destructor must not run beside write().
class LogWriter {
 public:
  explicit LogWriter(LogWriterOptions options = {});
  ~LogWriter();
  LogWriter(const LogWriter&) = delete;
  LogWriter& operator=(const LogWriter&) = delete;

  /// Takes one line, without its end; control characters in it become blanks. Never waits.
  void write(std::string_view line);

  /// Lines dropped since the start.
  std::uint64_t dropped() const { return dropped_; }

 private:
  void run();
  /// Takes lines off the queue, which must not be empty: as many as one write to a pipe can carry.
  std::string takeWaiting();
  void put(std::string_view lines);
  bool putNote();
  /// Returns how much of the text went out.
  std::size_t send(std::string_view text);
  bool waitUntilWritable();
  bool isLate();

  const LogWriterOptions options_;
  std::atomic<std::uint64_t> dropped_{0};

  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<std::string> waiting_;                ///< guarded by mutex_
  std::size_t waiting_bytes_ = 0;                  ///< guarded by mutex_
  bool stopping_ = false;                          ///< guarded by mutex_
  std::chrono::steady_clock::time_point stop_at_;  ///< guarded by mutex_, set with stopping_

  // The writing thread's.
  std::uint64_t noted_ = 0;  ///< of the dropped lines, those that a note has told
  bool torn_ = false;        ///< what went out last ends within a line
  std::thread thread_;
};

}  // namespace policycalc::app

#include "app/log_writer.h"

#include <algorithm>
#include <cerrno>
#include <climits>
#include <poll.h>
#include <unistd.h>
#include <utility>

namespace policycalc::app {
namespace {

/// How often the thread looks, while the reader stalls, whether it is to stop.
constexpr std::chrono::milliseconds kGlance{50};

std::string asLine(std::string_view text) {
  std::string line(text);
  std::replace_if(
      line.begin(), line.end(),
      [](char letter) { return static_cast<unsigned char>(letter) < 0x20U || letter == '\x7f'; },
      ' ');
  line += '\n';
  return line;
}

}  // namespace

LogWriter::LogWriter(LogWriterOptions options) : options_(options), thread_([this] { run(); }) {}

LogWriter::~LogWriter() {
  {
    const std::lock_guard<std::mutex> lock(mutex_);
    stopping_ = true;
    stop_at_ = std::chrono::steady_clock::now() + options_.last_words;
  }
  changed_.notify_one();
  thread_.join();
}

void LogWriter::write(std::string_view line) {
  std::string text = asLine(line);
  {
    const std::lock_guard<std::mutex> lock(mutex_);
    if (waiting_bytes_ + text.size() > options_.max_waiting_bytes) {
      ++dropped_;
      return;
    }
    waiting_bytes_ += text.size();
    waiting_.push_back(std::move(text));
  }
  changed_.notify_one();
}

void LogWriter::run() {
  while (true) {
    std::string line;
    {
      std::unique_lock<std::mutex> lock(mutex_);
      changed_.wait(lock, [this] { return stopping_ || !waiting_.empty(); });
      if (waiting_.empty()) return;
      line = std::move(waiting_.front());
      waiting_.pop_front();
    }
    put(line);
    // Only now: the line in hand takes room as those that wait do.
    const std::lock_guard<std::mutex> lock(mutex_);
    waiting_bytes_ -= line.size();
  }
}

void LogWriter::put(const std::string& line) {
  if (!putNote() || !send(line)) ++dropped_;
}

bool LogWriter::putNote() {
  const std::uint64_t dropped = dropped_;
  if (dropped == noted_) return true;
  if (!send("- " + std::to_string(dropped - noted_) + " lines of this log were dropped\n")) {
    return false;
  }
  noted_ = dropped;
  return true;
}

bool LogWriter::send(std::string_view text) {
  const std::string whole = (torn_ ? "\n" : "") + std::string(text);
  std::string_view rest = whole;
  while (!rest.empty()) {
    if (!waitUntilWritable()) break;
    // A pipe that is writable takes this much without blocking: pipe(7).
    const ssize_t count =
        ::write(options_.descriptor, rest.data(), std::min<std::size_t>(rest.size(), PIPE_BUF));
    if (count < 0 && errno != EINTR && errno != EAGAIN) break;
    if (count > 0) rest.remove_prefix(static_cast<std::size_t>(count));
  }
  if (rest.size() != whole.size()) torn_ = !rest.empty();
  return rest.empty();
}

bool LogWriter::waitUntilWritable() {
  while (!isLate()) {
    pollfd target{.fd = options_.descriptor, .events = POLLOUT, .revents = 0};
    if (::poll(&target, 1, static_cast<int>(kGlance.count())) > 0) return true;
  }
  return false;
}

bool LogWriter::isLate() {
  const std::lock_guard<std::mutex> lock(mutex_);
  return stopping_ && std::chrono::steady_clock::now() >= stop_at_;
}

}  // namespace policycalc::app

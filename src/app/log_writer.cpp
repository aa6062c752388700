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
  bool is_first = false;
  {
    const std::lock_guard<std::mutex> lock(mutex_);
    if (waiting_bytes_ + text.size() > options_.max_waiting_bytes) {
      ++dropped_;
      return;
    }
    waiting_bytes_ += text.size();
    is_first = waiting_.empty();
    waiting_.push_back(std::move(text));
  }
  if (is_first) changed_.notify_one();  // for those behind it the thread looks by itself
}

void LogWriter::run() {
  while (true) {
    std::string lines;
    {
      std::unique_lock<std::mutex> lock(mutex_);
      changed_.wait(lock, [this] { return stopping_ || !waiting_.empty(); });
      if (waiting_.empty()) return;
      lines = takeWaiting();
    }
    put(lines);
    // Only now: the lines in hand take room as those that wait do.
    const std::lock_guard<std::mutex> lock(mutex_);
    waiting_bytes_ -= lines.size();
  }
}

std::string LogWriter::takeWaiting() {
  std::string lines;
  do {
    lines += waiting_.front();
    waiting_.pop_front();
  } while (!waiting_.empty() && lines.size() + waiting_.front().size() <= PIPE_BUF);
  return lines;
}

void LogWriter::put(std::string_view lines) {
  const std::size_t sent = putNote() ? send(lines) : 0;
  const std::string_view lost = lines.substr(sent);
  dropped_ += static_cast<std::uint64_t>(std::count(lost.begin(), lost.end(), '\n'));
}

bool LogWriter::putNote() {
  const std::uint64_t dropped = dropped_;
  if (dropped == noted_) return true;
  const std::string note =
      "- " + std::to_string(dropped - noted_) + " lines of this log were dropped\n";
  if (send(note) < note.size()) return false;
  noted_ = dropped;
  return true;
}

std::size_t LogWriter::send(std::string_view text) {
  const std::size_t end_of_torn = torn_ ? 1 : 0;
  const std::string whole = std::string(end_of_torn, '\n').append(text);
  std::string_view rest = whole;
  while (!rest.empty()) {
    if (!waitUntilWritable()) break;
    // A pipe that is writable takes this much without blocking: pipe(7).
    const ssize_t count =
        ::write(options_.descriptor, rest.data(), std::min<std::size_t>(rest.size(), PIPE_BUF));
    if (count < 0 && errno != EINTR && errno != EAGAIN) break;
    if (count > 0) rest.remove_prefix(static_cast<std::size_t>(count));
  }
  const std::size_t sent = whole.size() - rest.size();
  if (sent > 0) torn_ = whole[sent - 1] != '\n';
  return sent - std::min(sent, end_of_torn);
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

#include "http/serve/lingering.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdint>
#include <poll.h>
#include <sys/eventfd.h>
#include <system_error>
#include <unistd.h>
#include <utility>

#include "http/serve/wire_socket.h"

namespace policycalc::http::serve {

namespace {

constexpr std::chrono::seconds kPatience{1};
constexpr std::size_t kScratch = 16'384;

int openEvent() {
  const int event = ::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
  if (event < 0) throw std::system_error(errno, std::generic_category(), "eventfd");
  return event;
}

/// Whether the client has closed; drops what it sent before.
bool hasEnded(Poco::Net::StreamSocket& socket) {
  std::array<char, kScratch> scratch;  // NOLINT(*-member-init): written before it is read
  const Received received = tryReceive(socket, scratch.data(), scratch.size());
  return received.status == ReceiveStatus::kEnd;
}

}  // namespace

Lingering::Lingering(std::size_t capacity)
    : capacity_(capacity), wake_(openEvent()), thread_([this] { run(); }) {}

Lingering::~Lingering() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  wake();
  thread_.join();
  ::close(wake_);
}

void Lingering::take(const Poco::Net::StreamSocket& connection) {
  Poco::Net::StreamSocket socket = connection;  // another handle of the same socket
  shutdownSend(socket);
  if (hasEnded(socket)) return;
  {
    const std::lock_guard lock(mutex_);
    if (held_ >= capacity_ || stopping_) return;
    ++held_;
    arrived_.push_back({socket, Clock::now() + kPatience});
  }
  wake();
}

void Lingering::wake() const {
  const std::uint64_t one = 1;
  [[maybe_unused]] const auto written = ::write(wake_, &one, sizeof one);
}

void Lingering::run() {
  while (collect()) {
    waitForBytes();
    dropFinished();
  }
}

bool Lingering::collect() {
  const std::lock_guard lock(mutex_);
  entries_.insert(entries_.end(), arrived_.begin(), arrived_.end());
  arrived_.clear();
  held_ = entries_.size();
  return !stopping_ || !entries_.empty();
}

void Lingering::waitForBytes() const {
  std::vector<pollfd> waits = {{wake_, POLLIN, 0}};
  Clock::time_point first = Clock::time_point::max();
  for (const Entry& entry : entries_) {
    waits.push_back({entry.socket.impl()->sockfd(), POLLIN, 0});
    first = std::min(first, entry.deadline);
  }
  int timeout = -1;
  if (!entries_.empty()) {
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(first - Clock::now());
    timeout = static_cast<int>(std::max<std::int64_t>(left.count(), 0));
  }
  ::poll(waits.data(), waits.size(), timeout);
  std::uint64_t count = 0;
  [[maybe_unused]] const auto taken = ::read(wake_, &count, sizeof count);
}

void Lingering::dropFinished() {
  const auto now = Clock::now();
  std::erase_if(entries_,
                [&](Entry& entry) { return entry.deadline <= now || hasEnded(entry.socket); });
}

}  // namespace policycalc::http::serve

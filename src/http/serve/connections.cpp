#include "http/serve/connections.h"

#include "http/serve/wire_socket.h"

namespace policycalc::http::serve {

namespace {

/// A thread takes its connection within milliseconds; stop() must not hang if it cannot start.
constexpr std::chrono::seconds kStartWait{1};

std::int64_t nanoseconds(std::chrono::steady_clock::time_point time) {
  return std::chrono::duration_cast<std::chrono::nanoseconds>(time.time_since_epoch()).count();
}

}  // namespace

void Activity::begin(Phase phase, std::chrono::steady_clock::time_point deadline) {
  deadline_.store(nanoseconds(deadline) * 2 + static_cast<std::int64_t>(phase));
}

bool Activity::end() {
  return deadline_.exchange(kNone) != kLate;
}

void Activity::expire(std::chrono::steady_clock::time_point now) {
  std::int64_t deadline = deadline_.load();
  if (deadline == kNone || deadline == kLate || deadline / 2 > nanoseconds(now)) return;
  if (!deadline_.compare_exchange_strong(deadline, kLate)) return;  // it has ended meanwhile
  if (deadline % 2 == static_cast<std::int64_t>(Phase::kAnswering)) {
    shutdownBoth(socket_);
  } else {
    shutdownReceive(socket_);
  }
}

void Activity::dismiss() {
  // Bytes that have arrived can still be read, so that a whole request is answered.
  if (idle_.load()) shutdownReceive(socket_);
}

Connections::Connections(std::size_t places, std::chrono::milliseconds tick)
    : places_(places), tick_(tick), watchdog_([this] { watch(); }) {}

Connections::~Connections() {
  {
    const std::lock_guard lock(mutex_);
    stopped_ = true;
  }
  stop_.notify_all();
  watchdog_.join();
}

bool Connections::admit() {
  if (isClosing()) return false;
  std::size_t open = open_.load();
  do {
    if (open >= places_) return false;
  } while (!open_.compare_exchange_weak(open, open + 1));
  return true;
}

void Connections::enter(Activity& activity) {
  {
    const std::lock_guard lock(mutex_);
    active_.insert(&activity);
  }
  moved_.notify_all();
}

void Connections::leave(Activity& activity) {
  {
    const std::lock_guard lock(mutex_);
    active_.erase(&activity);
    open_.fetch_sub(1);
  }
  moved_.notify_all();
}

void Connections::close() {
  closing_.store(true);
  std::unique_lock lock(mutex_);
  moved_.wait_for(lock, kStartWait, [this] { return active_.size() >= open_.load(); });
  for (Activity* activity : active_) activity->dismiss();
}

void Connections::watch() {
  std::unique_lock lock(mutex_);
  while (!stop_.wait_for(lock, tick_, [this] { return stopped_; })) {
    const auto now = std::chrono::steady_clock::now();
    for (Activity* activity : active_) activity->expire(now);
  }
}

}  // namespace policycalc::http::serve

#include "http/serve/activity.h"

#include "http/serve/wire_socket.h"

namespace policycalc::http::serve {

namespace {

std::int64_t nanoseconds(Activity::Clock::time_point time) {
  return std::chrono::duration_cast<std::chrono::nanoseconds>(time.time_since_epoch()).count();
}

}  // namespace

Activity::Activity(const Poco::Net::StreamSocket& socket)
    : socket_(socket), since_(nanoseconds(Clock::now())) {}

void Activity::idle() {
  since_.store(nanoseconds(Clock::now()));
  idle_.store(true);
}

void Activity::begin(Phase phase, Clock::time_point deadline) {
  since_.store(nanoseconds(Clock::now()));
  deadline_.store(nanoseconds(deadline) * 2 + static_cast<std::int64_t>(phase));
}

bool Activity::end() {
  return deadline_.exchange(kNone) != kLate;
}

void Activity::cut(std::int64_t deadline) {
  if (!deadline_.compare_exchange_strong(deadline, kLate)) return;  // it has ended meanwhile
  if (deadline % 2 == static_cast<std::int64_t>(Phase::kAnswering)) {
    shutdownBoth(socket_);
  } else {
    shutdownReceive(socket_);
  }
}

void Activity::expire(Clock::time_point now) {
  const std::int64_t deadline = deadline_.load();
  if (deadline == kNone || deadline == kLate || deadline / 2 > nanoseconds(now)) return;
  cut(deadline);
}

void Activity::hasten(Phase phase, Clock::time_point deadline) {
  const std::int64_t wanted = nanoseconds(deadline) * 2 + static_cast<std::int64_t>(phase);
  std::int64_t running = deadline_.load();
  if (running == kNone || running == kLate || running <= wanted) return;
  if (running % 2 != static_cast<std::int64_t>(phase)) return;
  deadline_.compare_exchange_strong(running, wanted);  // or it has ended meanwhile
}

void Activity::dismiss() {
  // Bytes that have arrived can still be read, so that a whole request is answered.
  if (idle_.load()) shutdownReceive(socket_);
}

void Activity::giveUp() {
  given_up_.store(true);  // before the sockets are closed: the thread then knows why
  dismiss();
  const std::int64_t deadline = deadline_.load();
  if (deadline != kNone && deadline != kLate) cut(deadline);
}

Holder Activity::holder() const {
  Holder holder;
  holder.since = since_.load();
  holder.bytes = bytes_.load();
  const std::int64_t deadline = deadline_.load();
  if (isGivenUp()) return holder;
  if (idle_.load()) {
    holder.state = Holder::State::kIdle;
  } else if (deadline != kNone && deadline != kLate) {
    holder.state = Holder::State::kSlow;
  }
  return holder;
}

}  // namespace policycalc::http::serve

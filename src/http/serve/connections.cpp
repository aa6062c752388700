#include "http/serve/connections.h"

#include <algorithm>
#include <utility>

namespace policycalc::http::serve {

namespace {

using Clock = Activity::Clock;

/// A thread takes its connection within milliseconds; stop() must not hang if it cannot start.
constexpr std::chrono::seconds kStartWait{1};
/// For an answer whose request ended with the drain.
constexpr std::chrono::seconds kLastAnswer{1};
/// Fewer connections at a time hold no memory worth giving back.
constexpr std::size_t kStorm = 64;
/// Threads end some seconds after their connections, and free their memory then.
constexpr std::chrono::seconds kAfterStorm{40};
constexpr std::chrono::seconds kBetweenCalls{4};

}  // namespace

Connections::Connections(ConnectionsOptions options)
    : options_(std::move(options)), watchdog_([this] { watch(); }) {}

Connections::~Connections() {
  {
    const std::lock_guard lock(mutex_);
    stopped_ = true;
  }
  stop_.notify_all();
  watchdog_.join();
}

bool Connections::admit(int descriptor, Peer peer) {
  const std::lock_guard lock(mutex_);
  if (isClosing()) return false;  // under the lock: close() waits for all that it lets in
  const bool has_place = open_.load() < options_.places || makeRoom(peer.network);
  if (!has_place && in_reserve_ >= options_.reserve && !makeRoomInReserve()) return false;
  if (has_place) {
    open_.fetch_add(1);
  } else {
    ++in_reserve_;
  }
  admitted_.insert_or_assign(descriptor, Entry{std::move(peer), !has_place});
  return true;
}

Connections::Entry Connections::enter(Activity& activity) {
  Entry entry;
  {
    const std::lock_guard lock(mutex_);
    if (auto node = admitted_.extract(activity.descriptor())) entry = std::move(node.mapped());
    members_.emplace(&activity, Member{entry.peer.network, entry.reserve});
    peak_ = std::max(peak_, members_.size());
  }
  moved_.notify_all();
  return entry;
}

void Connections::leave(Activity& activity) {
  {
    const std::lock_guard lock(mutex_);
    const auto found = members_.find(&activity);
    bytes_.fetch_sub(static_cast<std::int64_t>(activity.hold(0)));
    giveBack(found->second);
    members_.erase(found);
  }
  moved_.notify_all();
}

void Connections::assign(Activity& activity, std::string network) {
  const std::lock_guard lock(mutex_);
  members_.find(&activity)->second.network = std::move(network);
}

void Connections::hold(Activity& activity, std::size_t bytes) {
  const std::size_t before = activity.hold(bytes);
  bytes_.fetch_add(static_cast<std::int64_t>(bytes) - static_cast<std::int64_t>(before));
  if (bytes > before && bytes_.load() > options_.bytes) relieve();
}

std::size_t Connections::bytes() const {
  // Below zero for a moment, while one thread has taken off what another has still to add.
  return static_cast<std::size_t>(std::max<std::int64_t>(bytes_.load(), 0));
}

void Connections::relieve() {
  const std::lock_guard lock(mutex_);
  std::vector<Members::value_type*> whose;
  while (bytes_.load() > options_.bytes) {
    const std::vector<Holder> all = holders(false, whose);
    const auto chosen = whoGivesUpBytes(all);
    if (!chosen) return;
    giveUp(*whose[*chosen], all[*chosen].state);
    // Its thread is awake now and frees them.
    bytes_.fetch_sub(static_cast<std::int64_t>(whose[*chosen]->first->hold(0)));
  }
}

bool Connections::makeRoom(const std::string& network) {
  std::vector<Members::value_type*> whose;
  const std::vector<Holder> all = holders(false, whose);
  const auto chosen = whoGivesUpAPlace(all, network);
  if (chosen) giveUp(*whose[*chosen], all[*chosen].state);
  return chosen.has_value();
}

bool Connections::makeRoomInReserve() {
  std::vector<Members::value_type*> whose;
  const std::vector<Holder> all = holders(true, whose);
  const auto chosen = whoLeavesTheReserve(all);
  if (chosen) giveUp(*whose[*chosen], all[*chosen].state);
  return chosen.has_value();
}

std::vector<Holder> Connections::holders(bool reserve, std::vector<Members::value_type*>& whose) {
  std::vector<Holder> all;
  whose.clear();
  for (Members::value_type& member : members_) {
    if (member.second.reserve != reserve || !member.second.placed) continue;
    Holder& holder = all.emplace_back(member.first->holder());
    holder.network = member.second.network;
    whose.push_back(&member);
  }
  // Without a thread yet, so that it cannot give way; but it counts for its network.
  for (const auto& [descriptor, entry] : admitted_) {
    if (entry.reserve != reserve) continue;
    all.emplace_back().network = entry.peer.network;
    whose.push_back(nullptr);
  }
  return all;
}

void Connections::giveUp(Members::value_type& member, Holder::State state) {
  member.first->giveUp();
  giveBack(member.second);
  ++(state == Holder::State::kIdle ? idle_given_up_ : slow_given_up_);
}

void Connections::giveBack(Member& member) {
  if (!std::exchange(member.placed, false)) return;
  if (member.reserve) {
    --in_reserve_;
  } else {
    open_.fetch_sub(1);
  }
}

void Connections::close(std::chrono::milliseconds drain) {
  {
    const std::lock_guard calling(calling_);
    closing_.store(true);
  }
  std::unique_lock lock(mutex_);
  drain_end_ = Clock::now() + drain;
  moved_.wait_for(lock, kStartWait, [this] { return admitted_.empty(); });
  for (const auto& [activity, member] : members_) activity->dismiss();
}

void Connections::expireAll(Clock::time_point now) {
  for (const auto& [activity, member] : members_) {
    if (drain_end_) {
      activity->hasten(Activity::Phase::kReading, *drain_end_);
      activity->hasten(Activity::Phase::kAnswering, *drain_end_ + kLastAnswer);
    }
    activity->expire(now);
  }
}

bool Connections::isAfterStorm(std::size_t open, Clock::time_point now) {
  if (peak_ >= kStorm && open <= peak_ / 2) {
    peak_ = open;
    next_call_ = now;
    last_call_ = now + kAfterStorm;
  }
  if (now < next_call_ || now > last_call_) return false;
  next_call_ = now + kBetweenCalls;
  return true;
}

void Connections::watch() {
  std::unique_lock lock(mutex_);
  while (!stop_.wait_for(lock, options_.tick, [this] { return stopped_; })) {
    const auto now = Clock::now();
    expireAll(now);
    if (!isAfterStorm(members_.size(), now) || !options_.after_storm) continue;
    lock.unlock();
    {
      const std::lock_guard calling(calling_);
      if (!isClosing()) options_.after_storm();
    }
    lock.lock();
  }
}

}  // namespace policycalc::http::serve

#include "policycalc/web/throttle.h"

#include <algorithm>
#include <utility>

#include "policycalc/http/client.h"

namespace policycalc::web {
namespace {

using std::chrono::microseconds;
using std::chrono::seconds;
using Time = std::chrono::sys_time<microseconds>;

// A bucket is one point in time: when it is full again. Each turn moves it by an interval; a turn
// is free while at least one interval of the burst is left.

/// The bucket at `now`: not in the past and, after the clock was set back, not further ahead than
/// after the most turns that can be taken at once.
Time standing(Time full_at, Time now, const Rate& own, int most_turns) {
  return std::clamp(full_at, now, now + most_turns * own.interval);
}

/// How long until that many turns are free, or all of the burst if it has fewer; zero or less: now.
microseconds waitFor(Time full_at, Time now, const Rate& own, int turns) {
  return full_at - now - (own.burst - std::min(turns, own.burst)) * own.interval;
}

}  // namespace

Throttle::Throttle(Rate of_client, std::optional<Rate> of_all, Clock now,
                   std::shared_ptr<const Share> share)
    : of_client_(of_client), of_all_(of_all), now_(std::move(now)), share_(std::move(share)) {}

Rate Throttle::ownPart(const Rate& rate) const {
  const int nodes = share_ ? share_->nodes() : 1;
  return {std::max(rate.burst / nodes, 1), rate.interval * nodes};
}

std::optional<seconds> Throttle::take(std::string_view client) {
  return take(client, of_client_, 1).wait;
}

Throttle::Answer Throttle::take(std::string_view client, const Rate& rate, int turns) {
  const Time now = now_();
  std::string network = http::clientNetwork(client);
  const std::lock_guard<std::mutex> lock(mutex_);
  auto known = clients_.find(network);
  if (known == clients_.end()) {
    if (clients_.size() >= kMaxClients) makeRoom(now);
    known = clients_.emplace(std::move(network), now).first;
  }
  Time& mine = known->second;
  const Rate own = ownPart(rate);
  mine = standing(mine, now, own, rate.burst);
  microseconds wait = waitFor(mine, now, own, turns);
  const std::optional<Rate> own_of_all = of_all_ ? std::optional(ownPart(*of_all_)) : std::nullopt;
  if (own_of_all) {
    all_ = standing(all_, now, *own_of_all, of_all_->burst);
    wait = std::max(wait, waitFor(all_, now, *own_of_all, turns));
  }
  Answer answer;
  if (wait > microseconds::zero()) {
    answer.wait = std::chrono::ceil<seconds>(wait);
  } else {
    mine += turns * own.interval;
    if (own_of_all) all_ += turns * own_of_all->interval;
  }
  const auto taken = (mine - now + own.interval - microseconds(1)) / own.interval;
  answer.left = std::max(static_cast<int>(own.burst - taken), 0);
  answer.whole_in = std::chrono::ceil<seconds>(mine - now);
  return answer;
}

void Throttle::giveBack(std::string_view client) {
  const std::string network = http::clientNetwork(client);
  const std::lock_guard<std::mutex> lock(mutex_);
  if (of_all_) all_ -= ownPart(*of_all_).interval;
  const auto known = clients_.find(network);
  if (known != clients_.end()) known->second -= ownPart(of_client_).interval;
}

std::size_t Throttle::clients() const {
  const std::lock_guard<std::mutex> lock(mutex_);
  return clients_.size();
}

void Throttle::makeRoom(Time now) {
  std::erase_if(clients_, [now](const auto& client) { return client.second <= now; });
  if (clients_.size() < kMaxClients) return;
  clients_.erase(
      std::min_element(clients_.begin(), clients_.end(),
                       [](const auto& a, const auto& b) { return a.second < b.second; }));
}

}  // namespace policycalc::web

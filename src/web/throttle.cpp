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
/// an empty bucket.
Time standing(Time full_at, Time now, const Rate& rate) {
  return std::clamp(full_at, now, now + rate.burst * rate.interval);
}

/// How long until that many turns are free; zero or less: now.
microseconds waitFor(Time full_at, Time now, const Rate& rate, int turns) {
  return full_at - now - (rate.burst - turns) * rate.interval;
}

}  // namespace

Throttle::Throttle(Rate of_client, std::optional<Rate> of_all, Clock now)
    : of_client_(of_client), of_all_(of_all), now_(std::move(now)) {}

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
  mine = standing(mine, now, rate);
  microseconds wait = waitFor(mine, now, rate, turns);
  if (of_all_) {
    all_ = standing(all_, now, *of_all_);
    wait = std::max(wait, waitFor(all_, now, *of_all_, turns));
  }
  Answer answer;
  if (wait > microseconds::zero()) {
    answer.wait = std::chrono::ceil<seconds>(wait);
  } else {
    mine += turns * rate.interval;
    if (of_all_) all_ += turns * of_all_->interval;
  }
  answer.left =
      static_cast<int>(rate.burst - (mine - now + rate.interval - microseconds(1)) / rate.interval);
  answer.whole_in = std::chrono::ceil<seconds>(mine - now);
  return answer;
}

void Throttle::giveBack(std::string_view client) {
  const std::string network = http::clientNetwork(client);
  const std::lock_guard<std::mutex> lock(mutex_);
  if (of_all_) all_ -= of_all_->interval;
  const auto known = clients_.find(network);
  if (known != clients_.end()) known->second -= of_client_.interval;
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

#include "policycalc/web/throttle.h"

#include <algorithm>
#include <utility>

#include "policycalc/http/client.h"

namespace policycalc::web {
namespace {

using std::chrono::milliseconds;
using Time = std::chrono::sys_time<milliseconds>;

// A bucket is one point in time: when it is full again. Each turn moves it by an interval; a turn
// is free while at least one interval of the burst is left.

/// The bucket at `now`: not in the past and, after the clock was set back, not further ahead than
/// an empty bucket.
Time standing(Time full_at, Time now, const Rate& rate) {
  return std::clamp(full_at, now, now + rate.burst * rate.interval);
}

/// How long until a turn is free; zero or less: now.
milliseconds waitFor(Time full_at, Time now, const Rate& rate) {
  return full_at - now - (rate.burst - 1) * rate.interval;
}

}  // namespace

Throttle::Throttle(Rate of_client, std::optional<Rate> of_all, Clock now)
    : of_client_(of_client), of_all_(of_all), now_(std::move(now)) {}

std::optional<std::chrono::seconds> Throttle::take(std::string_view client) {
  const Time now = now_();
  std::string network = http::clientNetwork(client);
  const std::lock_guard<std::mutex> lock(mutex_);
  auto known = clients_.find(network);
  if (known == clients_.end()) {
    if (clients_.size() >= kMaxClients) makeRoom(now);
    known = clients_.emplace(std::move(network), now).first;
  }
  Time& mine = known->second;
  mine = standing(mine, now, of_client_);
  milliseconds wait = waitFor(mine, now, of_client_);
  if (of_all_) {
    all_ = standing(all_, now, *of_all_);
    wait = std::max(wait, waitFor(all_, now, *of_all_));
  }
  if (wait > milliseconds::zero()) return std::chrono::ceil<std::chrono::seconds>(wait);
  mine += of_client_.interval;
  if (of_all_) all_ += of_all_->interval;
  return std::nullopt;
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

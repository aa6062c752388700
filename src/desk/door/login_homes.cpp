#include "desk/door/login_homes.h"

#include <algorithm>
#include <utility>

#include "policycalc/vault/blind_index.h"
#include "policycalc/web/service_sealed.h"

namespace policycalc::desk {
namespace {

/// Unambiguous, as a log-in has no line break.
std::string pairOf(std::string_view account, std::string_view network) {
  return std::string(account).append("\n").append(network);
}

}  // namespace

LoginHomes::LoginHomes()
    : name_([](std::string_view pair) {
        return Named{std::string(pair), {}};
      }),
      find_([](const std::string&) { return std::nullopt; }),
      keep_([](auto&&...) {}) {}

LoginHomes::LoginHomes(store::LoginHomes& kept, vault::KeyRing service_key)
    : name_([service_key = std::move(service_key)](std::string_view pair) {
        const auto keys = service_key.keys();
        return Named{vault::blindIndex(pair, keys->indexKey(), "login home"), web::idsOf(*keys)};
      }),
      find_([&kept](const std::string& name) { return kept.find(name); }),
      keep_([&kept](const store::LoginHome& home, const std::string& instead,
                    const store::KeyIds& keys) { kept.keep(home, instead, keys); }) {
  for (store::LoginHome& home : kept.list()) {
    if (seen_.size() >= kMost) break;
    seen_.emplace(std::move(home.name), home.seen_at);
  }
}

bool LoginHomes::has(std::string_view account, std::string_view network) const {
  const std::string name = name_(pairOf(account, network)).name;
  const std::lock_guard<std::mutex> lock(mutex_);
  return seen_.count(name) > 0;
}

void LoginHomes::look(std::string_view account, std::string_view network) {
  if (has(account, network)) return;
  const auto home = find_(name_(pairOf(account, network)).name);
  if (!home) return;
  const std::lock_guard<std::mutex> lock(mutex_);
  take(home->name, home->seen_at);
}

void LoginHomes::remember(std::string_view account, std::string_view network,
                          std::chrono::sys_seconds now) {
  const auto [name, keys] = name_(pairOf(account, network));
  std::string instead;
  {
    const std::lock_guard<std::mutex> lock(mutex_);
    const auto known = seen_.find(name);
    if (known != seen_.end() && now < known->second + kNoted && now >= known->second) return;
    instead = take(name, now);
  }
  try {
    keep_({name, now}, instead, keys);
  } catch (...) {
    // So that the next log-in tries again.
    const std::lock_guard<std::mutex> lock(mutex_);
    seen_.erase(name);
    throw;
  }
}

std::string LoginHomes::take(const std::string& name, std::chrono::sys_seconds seen_at) {
  std::string gone;
  if (seen_.count(name) == 0 && seen_.size() >= kMost) {
    const auto oldest = std::min_element(
        seen_.begin(), seen_.end(),
        [](const auto& one, const auto& other) { return one.second < other.second; });
    gone = oldest->first;
    seen_.erase(oldest);
  }
  seen_[name] = seen_at;
  return gone;
}

}  // namespace policycalc::desk

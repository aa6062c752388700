#include "desk/door/login_homes.h"

#include <algorithm>

#include "policycalc/vault/blind_index.h"

namespace policycalc::desk {
namespace {

/// Unambiguous, as a log-in has no line break.
std::string pairOf(std::string_view account, std::string_view network) {
  return std::string(account).append("\n").append(network);
}

}  // namespace

LoginHomes::LoginHomes()
    : name_([](std::string_view pair) { return std::string(pair); }), keep_([](auto&&...) {}) {}

LoginHomes::LoginHomes(store::LoginHomes& kept, const vault::Key& key)
    : name_([key](std::string_view pair) { return vault::blindIndex(pair, key, "login home"); }),
      keep_([&kept](const store::LoginHome& home, const std::string& instead) {
        kept.keep(home, instead);
      }) {
  for (store::LoginHome& home : kept.list()) {
    if (seen_.size() >= kMost) break;
    seen_.emplace(std::move(home.name), home.seen_at);
  }
}

bool LoginHomes::has(std::string_view account, std::string_view network) const {
  const std::string name = name_(pairOf(account, network));
  const std::lock_guard<std::mutex> lock(mutex_);
  return seen_.count(name) > 0;
}

void LoginHomes::remember(std::string_view account, std::string_view network,
                          std::chrono::sys_seconds now) {
  const std::string name = name_(pairOf(account, network));
  std::string instead;
  {
    const std::lock_guard<std::mutex> lock(mutex_);
    const auto known = seen_.find(name);
    if (known != seen_.end() && now < known->second + kNoted && now >= known->second) return;
    if (known == seen_.end() && seen_.size() >= kMost) {
      const auto oldest = std::min_element(
          seen_.begin(), seen_.end(),
          [](const auto& one, const auto& other) { return one.second < other.second; });
      instead = oldest->first;
      seen_.erase(oldest);
    }
    seen_[name] = now;
  }
  keep_({name, now}, instead);
}

}  // namespace policycalc::desk

#include "desk/door/login_delays.h"

#include <algorithm>
#include <utility>

#include "policycalc/http/client.h"

namespace policycalc::desk {
namespace {

/// Unambiguous, as a log-in has no line break.
std::string atHome(std::string_view account, const std::string& network) {
  return std::string(account) + "\n" + network;
}

}  // namespace

using std::chrono::seconds;

seconds Growth::waitAfter(int failures) const {
  if (failures <= free) return seconds::zero();
  seconds wait{1};
  for (int i = failures - free; i > 1 && wait < most; --i) wait *= 2;
  return std::min(wait, most);
}

LoginDelays::LoginDelays(Clock now, std::shared_ptr<LoginHomes> homes,
                         std::shared_ptr<const web::Share> share)
    : now_(std::move(now)), homes_(std::move(homes)), share_(std::move(share)) {}

std::optional<seconds> LoginDelays::begin(std::string_view account, std::string_view client) {
  const Time now = now_();
  const int nodes = share_->nodes();
  const std::lock_guard<std::mutex> lock(mutex_);
  const std::string network = http::clientNetwork(client);
  Entry& of_account = entryOf(accounts_, accountKey(account, network), now, kOfAccount, nodes);
  Entry& of_client = entryOf(clients_, network, now, kOfClient, nodes);
  const seconds wait = std::max(of_account.free_at, of_client.free_at) - now;
  if (wait > seconds::zero()) return wait;
  of_account.failures += nodes;
  of_client.failures += nodes;
  of_account.free_at = now + nodes * kOfAccount.waitAfter(of_account.failures);
  of_client.free_at = now + nodes * kOfClient.waitAfter(of_client.failures);
  return std::nullopt;
}

void LoginDelays::succeeded(std::string_view account, std::string_view client) {
  const Time now = now_();
  const std::string network = http::clientNetwork(client);
  {
    const std::lock_guard<std::mutex> lock(mutex_);
    accounts_.erase(accountKey(account, network));
    giveBack(clients_, network, now, share_->nodes());
  }
  homes_->remember(account, network, now);
}

void LoginDelays::undo(std::string_view account, std::string_view client) {
  const Time now = now_();
  const std::lock_guard<std::mutex> lock(mutex_);
  const std::string network = http::clientNetwork(client);
  giveBack(accounts_, accountKey(account, network), now, share_->nodes());
  giveBack(clients_, network, now, share_->nodes());
}

std::size_t LoginDelays::entries() const {
  const std::lock_guard<std::mutex> lock(mutex_);
  return accounts_.size() + clients_.size();
}

std::string LoginDelays::accountKey(std::string_view account, const std::string& network) const {
  return homes_->has(account, network) ? atHome(account, network) : std::string(account);
}

LoginDelays::Entry& LoginDelays::entryOf(Entries& entries, std::string key, Time now,
                                         const Growth& growth, int nodes) {
  auto known = entries.find(key);
  if (known == entries.end()) {
    if (entries.size() >= kMaxEntries) makeRoom(entries, now);
    known = entries.emplace(std::move(key), Entry{0, now}).first;
  }
  Entry& entry = known->second;
  if (entry.free_at + kMemory <= now) entry = {0, now};
  // After the clock was set back, the wait is still no longer than the growth says.
  entry.free_at = std::min(entry.free_at, now + nodes * growth.waitAfter(entry.failures));
  return entry;
}

void LoginDelays::makeRoom(Entries& entries, Time now) {
  std::erase_if(entries,
                [now](const auto& entry) { return entry.second.free_at + kMemory <= now; });
  if (entries.size() < kMaxEntries) return;
  // The fewest failures go first, so that an attacker cannot wash out an account by guessing once
  // at each of many others.
  entries.erase(std::min_element(entries.begin(), entries.end(), [](const auto& a, const auto& b) {
    return std::pair(a.second.failures, a.second.free_at) <
           std::pair(b.second.failures, b.second.free_at);
  }));
}

void LoginDelays::giveBack(Entries& entries, const std::string& key, Time now, int nodes) {
  const auto known = entries.find(key);
  if (known == entries.end() || known->second.failures == 0) return;
  Entry& entry = known->second;
  entry.failures = std::max(entry.failures - nodes, 0);
  // The attempt was let in, so the wait of the earlier ones was over.
  entry.free_at = std::min(entry.free_at, now);
}

}  // namespace policycalc::desk

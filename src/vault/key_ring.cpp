#include "policycalc/vault/key_ring.h"

#include <cstddef>
#include <mutex>
#include <new>
#include <utility>
#include <vector>

#include "policycalc/vault/service_key.h"

#include "vault/sodium.h"

namespace policycalc::vault {
namespace {

/// What `open` returns by the first key that opens it.
template <typename Open>
auto byEither(const ServiceKeys& keys, const Open& open) {
  auto opened = open(keys.current);
  if (!opened && keys.previous) opened = open(*keys.previous);
  return opened;
}

/// Memory that is never swapped out, lies between guard pages and is wiped when it is freed.
template <typename T>
struct LockedMemory {
  using value_type = T;

  LockedMemory() = default;
  template <typename U>
  explicit LockedMemory(const LockedMemory<U>&) {}

  static T* allocate(std::size_t count) {
    // The block ends where its last page ends: only a whole multiple begins aligned.
    constexpr std::size_t kAlignment = alignof(std::max_align_t);
    const std::size_t bytes = (count * sizeof(T) + kAlignment - 1) / kAlignment * kAlignment;
    startSodium();
    void* memory = sodium_malloc(bytes);
    if (memory == nullptr) throw std::bad_alloc();
    return static_cast<T*>(memory);
  }
  static void deallocate(T* memory, std::size_t /*count*/) { sodium_free(memory); }

  bool operator==(const LockedMemory&) const = default;
};

std::shared_ptr<const ServiceKeys> locked(ServiceKeys keys) {
  return std::allocate_shared<ServiceKeys>(LockedMemory<ServiceKeys>(), std::move(keys));
}

}  // namespace

ServiceKeys::ServiceKeys(const Key& now, std::optional<Key> before)
    : current(now),
      previous(std::move(before)),
      current_id(keyId(current)),
      previous_id(previous ? keyId(*previous) : std::string()) {}

std::optional<std::string> ServiceKeys::open(std::string_view sealed,
                                             std::string_view context) const {
  return byEither(*this, [&](const Key& key) { return vault::open(sealed, key, context); });
}

std::optional<Key> ServiceKeys::unwrap(std::string_view wrapped, std::string_view context) const {
  return byEither(*this, [&](const Key& key) { return vault::unwrap(wrapped, key, context); });
}

struct KeyRing::State {
  State(ServiceKeys first, Load how) : keys(locked(std::move(first))), load(std::move(how)) {}

  /// What `open` returns by the first of the keys and the retired ones that opens it.
  template <typename Open>
  auto byAny(const Open& open) {
    std::shared_ptr<const ServiceKeys> now;
    std::vector<std::shared_ptr<const ServiceKeys>> before;
    {
      const std::lock_guard<std::mutex> lock(mutex);
      now = keys;
      before = retired;
    }
    auto opened = byEither(*now, open);
    for (auto old = before.begin(); !opened && old != before.end(); ++old) {
      opened = byEither(**old, open);
    }
    return opened;
  }

  std::mutex mutex;  ///< guards keys and retired
  std::shared_ptr<const ServiceKeys> keys;
  std::vector<std::shared_ptr<const ServiceKeys>> retired;
  std::mutex loading;  ///< held while `load` runs
  Load load;
};

KeyRing::KeyRing(const Key& only)
    : KeyRing(ServiceKeys(only), [] { return std::optional<ServiceKeys>(); }) {}

KeyRing::KeyRing(ServiceKeys keys, Load load)
    : state_(std::make_shared<State>(std::move(keys), std::move(load))) {}

std::shared_ptr<const ServiceKeys> KeyRing::keys() const {
  const std::lock_guard<std::mutex> lock(state_->mutex);
  return state_->keys;
}

bool KeyRing::refresh() const {
  // A rotation has three states, each of which the ring may see.
  constexpr std::size_t kMostRetired = 3;
  const auto before = keys();
  const std::lock_guard<std::mutex> one_at_a_time(state_->loading);
  if (*keys() != *before) return true;  // another thread was faster
  auto loaded = state_->load();
  if (!loaded || *loaded == *before) return false;
  const std::lock_guard<std::mutex> lock(state_->mutex);
  auto& retired = state_->retired;
  retired.push_back(std::exchange(state_->keys, locked(*std::move(loaded))));
  if (retired.size() > kMostRetired) retired.erase(retired.begin());
  return true;
}

std::optional<std::string> KeyRing::open(std::string_view sealed, std::string_view context) const {
  const auto open = [&](const Key& key) { return vault::open(sealed, key, context); };
  auto opened = state_->byAny(open);
  if (!opened && refresh()) opened = state_->byAny(open);
  return opened;
}

std::optional<Key> KeyRing::unwrap(std::string_view wrapped, std::string_view context) const {
  const auto open = [&](const Key& key) { return vault::unwrap(wrapped, key, context); };
  auto opened = state_->byAny(open);
  if (!opened && refresh()) opened = state_->byAny(open);
  return opened;
}

}  // namespace policycalc::vault

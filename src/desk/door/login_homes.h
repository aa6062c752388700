#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "policycalc/store/login_homes.h"
#include "policycalc/vault/key_ring.h"

namespace policycalc::desk {

/// Remembers from which networks an account has logged in: there its owner is known, so strangers
/// elsewhere cannot keep the owner waiting. Remembers at most kMost pairs and then forgets the one
/// that was seen longest ago. Safe from any thread.
class LoginHomes {
 public:
  static constexpr std::size_t kMost = 10'000;
  /// A pair that is seen again is written this seldom, as each note is a write.
  static constexpr std::chrono::hours kNoted{24};

  /// In memory only.
  LoginHomes();

  /// Also in `kept`, which outlives this object, so that a restart forgets nothing: as hashes under
  /// the service's key, which reveal neither the account nor the network. A new key forgets all of
  /// them, as nothing tells what to hash again.
  LoginHomes(store::LoginHomes& kept, vault::KeyRing service_key);

  /// `network` is a clientNetwork().
  bool has(std::string_view account, std::string_view network) const;

  /// Asks the store for a pair that is not known here, as another service on the same database may
  /// have seen it. Throws what the store throws.
  void look(std::string_view account, std::string_view network);

  /// Throws what the store throws.
  void remember(std::string_view account, std::string_view network, std::chrono::sys_seconds now);

 private:
  /// A pair under the key of the moment.
  struct Named {
    std::string name;
    store::KeyIds keys;
  };

  /// Takes a pair in; beyond kMost the one that was seen longest ago goes, whose name it returns.
  std::string take(const std::string& name, std::chrono::sys_seconds seen_at);

  const std::function<Named(std::string_view)> name_;
  const std::function<std::optional<store::LoginHome>(const std::string& name)> find_;
  const std::function<void(const store::LoginHome& home, const std::string& instead,
                           const store::KeyIds& keys)>
      keep_;
  mutable std::mutex mutex_;  ///< guards the member below, and is held in take()
  std::unordered_map<std::string, std::chrono::sys_seconds> seen_;
};

}  // namespace policycalc::desk

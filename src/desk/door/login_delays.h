#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "policycalc/web/share.h"

#include "desk/door/login_homes.h"

namespace policycalc::desk {

/// How the wait grows with failures: the first `free` ones cost nothing, the next one a second, and
/// each further one twice as much as the one before, up to `most`.
struct Growth {
  int free = 0;
  std::chrono::seconds most{0};

  std::chrono::seconds waitAfter(int failures) const;
};

/// Slows the guessing of passwords down. Waits grow by account, whether it exists or not, and by
/// client (an IPv4 address or an IPv6 network of 64 bits). No thread sleeps: an early attempt is
/// told how long to wait. Failures are forgotten `kMemory` after their wait has ended. Where an
/// account has logged in before, its failures are counted apart from those at other clients, so
/// that strangers cannot keep its owner out (see LoginHomes). Of several services on one database
/// each counts a failure as one at every service, and waits as many times as long: attempts that
/// are spread over all of them gain nothing. Remembers at most `kMaxEntries` of each kind. Safe
/// from any thread.
class LoginDelays {
 public:
  using Clock = std::function<std::chrono::sys_seconds()>;
  static constexpr std::size_t kMaxEntries = 10'000;
  static constexpr std::chrono::hours kMemory{1};
  // Short enough that strangers cannot lock an owner out for a day.
  static constexpr Growth kOfAccount{5, std::chrono::minutes(5)};
  // A whole office may share one address, and one visitor must not lock it out.
  static constexpr Growth kOfClient{20, std::chrono::minutes(2)};

  explicit LoginDelays(Clock now,
                       std::shared_ptr<LoginHomes> homes = std::make_shared<LoginHomes>(),
                       std::shared_ptr<const web::Share> share = std::make_shared<web::Share>());

  /// Begins an attempt, or says how long to wait and counts nothing. The attempt counts as failed
  /// until succeeded() or undo() is called, so that many at once cannot slip through together.
  std::optional<std::chrono::seconds> begin(std::string_view account, std::string_view client);

  /// Forgets the account's failures, but only this attempt of the client: the owner of one account
  /// could otherwise go on guessing the passwords of others.
  void succeeded(std::string_view account, std::string_view client);

  /// Forgets the attempt, which was neither right nor wrong.
  void undo(std::string_view account, std::string_view client);

  /// How many accounts and clients are remembered.
  std::size_t entries() const;

 private:
  using Time = std::chrono::sys_seconds;
  struct Entry {
    int failures = 0;
    Time free_at{};
  };
  using Entries = std::unordered_map<std::string, Entry>;

  /// The key under which failures are counted. `network` is a clientNetwork().
  std::string accountKey(std::string_view account, const std::string& network) const;
  static Entry& entryOf(Entries& entries, std::string key, Time now, const Growth& growth,
                        int nodes);
  static void makeRoom(Entries& entries, Time now);
  static void giveBack(Entries& entries, const std::string& key, Time now, int nodes);

  const Clock now_;
  const std::shared_ptr<LoginHomes> homes_;
  const std::shared_ptr<const web::Share> share_;
  mutable std::mutex mutex_;  ///< guards the members below
  Entries accounts_;
  Entries clients_;
};

}  // namespace policycalc::desk

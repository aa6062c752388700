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

namespace policycalc::web {

/// How often something may be done: `burst` times at once, then once each `interval`.
struct Rate {
  int burst = 1;
  std::chrono::microseconds interval = std::chrono::seconds(1);
};

/// Lets each client, and if wanted all of them together, do something at a bounded rate. A client
/// is an IPv4 address or an IPv6 network of 64 bits. Of several services on one database, each lets
/// its share through: a part of each burst (of less than one turn, one) at its part of the rate.
/// Remembers at most `kMaxClients` clients and
/// then forgets the one that has the shortest wait. Safe from any thread.
class Throttle {
 public:
  using Clock = std::function<std::chrono::sys_seconds()>;
  static constexpr std::size_t kMaxClients = 10'000;

  /// The clock may jump: a client then waits no longer than its whole burst takes.
  /// `share` may be null: this is then the only service.
  Throttle(Rate of_client, std::optional<Rate> of_all, Clock now,
           std::shared_ptr<const Share> share = nullptr);

  /// Takes one turn of the client and of all clients together, or returns how long to wait (at
  /// least a second) and takes nothing.
  std::optional<std::chrono::seconds> take(std::string_view client);

  /// What became of a request for turns.
  struct Answer {
    std::optional<std::chrono::seconds> wait;  ///< nothing: the turns were taken
    int left = 0;                              ///< turns that are free now
    std::chrono::seconds whole_in{0};          ///< until the whole burst is free again
  };

  /// As take(), for several turns, at most a burst, by a rate that holds for this client. More
  /// turns than this service's part of the burst wait until all of it is free, and leave a debt.
  Answer take(std::string_view client, const Rate& rate, int turns);

  /// Returns a turn that need not count.
  void giveBack(std::string_view client);

  /// How many clients it remembers.
  std::size_t clients() const;

 private:
  using Time = std::chrono::sys_time<std::chrono::microseconds>;

  void makeRoom(Time now);
  /// This service's part of a rate.
  Rate ownPart(const Rate& rate) const;

  const Rate of_client_;
  const std::optional<Rate> of_all_;
  const Clock now_;
  const std::shared_ptr<const Share> share_;
  mutable std::mutex mutex_;  ///< guards the members below
  // For each client, the time at which it has its whole burst again.
  std::unordered_map<std::string, Time> clients_;
  Time all_{};
};

}  // namespace policycalc::web

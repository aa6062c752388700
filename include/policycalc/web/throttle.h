#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace policycalc::web {

/// How often something may be done: `burst` times at once, then once each `interval`.
struct Rate {
  int burst = 1;
  std::chrono::milliseconds interval{1000};
};

/// Lets each client, and all of them together where that is asked for, do something at a bounded
/// rate. A client is its IPv4
/// address or its IPv6 network of 64 bits. Keeps at most `kMaxClients` clients in mind: beyond, the
/// one that is nearest to being free is forgotten. Safe from any thread.
class Throttle {
 public:
  using Clock = std::function<std::chrono::sys_seconds()>;
  static constexpr std::size_t kMaxClients = 10'000;

  /// `now` may jump: a client then waits no longer than its whole burst takes.
  Throttle(Rate of_client, std::optional<Rate> of_all, Clock now);

  /// Takes one turn of the client and of all; or tells how long to wait (at least a second), and
  /// takes nothing.
  std::optional<std::chrono::seconds> take(std::string_view client);

  /// Gives a turn back that turned out to be free of charge.
  void giveBack(std::string_view client);

  /// How many clients it has in mind.
  std::size_t clients() const;

 private:
  using Time = std::chrono::sys_time<std::chrono::milliseconds>;

  void makeRoom(Time now);

  const Rate of_client_;
  const std::optional<Rate> of_all_;
  const Clock now_;
  mutable std::mutex mutex_;  ///< guards what follows
  // For each, the time at which it has its whole burst again.
  std::unordered_map<std::string, Time> clients_;
  Time all_{};
};

}  // namespace policycalc::web

#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <unordered_map>
#include <vector>

#include "http/serve/activity.h"

namespace policycalc::http::serve {

struct ConnectionsOptions {
  std::size_t places = 1;
  std::size_t reserve = 0;  ///< further places, for requests that are always served
  std::int64_t bytes = 0;   ///< of bodies and answers at a time; above, the slowest are cut
  std::chrono::milliseconds tick{100};
  /// Called a few times after many connections have ended, from the watching thread, never after
  /// close() has returned. May be empty.
  std::function<void()> after_storm;
};

/// Who is at the other end of a socket that was accepted.
struct Peer {
  std::string address;
  std::string network;  ///< "" for a trusted proxy
};

/// All connections that have a place, how much they hold, and the thread that watches their
/// deadlines. Safe from any thread; call close() once.
class Connections {
 public:
  explicit Connections(ConnectionsOptions options);
  ~Connections();
  Connections(const Connections&) = delete;
  Connections& operator=(const Connections&) = delete;

  /// Takes a place for an accepted socket, if need be one that another connection gives up, or one
  /// of the reserve; false if none is left, or while closing.
  bool admit(int descriptor, Peer peer);

  /// What a connection learns when its thread has begun.
  struct Entry {
    Peer peer;
    bool reserve = false;  ///< its place is one of the reserve
  };
  Entry enter(Activity& activity);
  /// The thread ends and gives its place back.
  void leave(Activity& activity);
  /// From now on the connection counts for this network.
  void assign(Activity& activity, std::string network);

  /// Notes that the connection holds this many bytes. While all of them hold too many, the slowest
  /// are cut, maybe this one.
  void hold(Activity& activity, std::size_t bytes);

  std::size_t open() const { return open_.load(); }
  std::size_t bytes() const;
  std::uint64_t idleGivenUp() const { return idle_given_up_.load(); }
  std::uint64_t slowGivenUp() const { return slow_given_up_.load(); }
  /// From now on no answer promises to keep its connection, and none is admitted.
  void announceClosing() { closing_.store(true); }
  bool isClosing() const { return closing_.load(); }

  /// Admits no more, waits until all admitted connections have their threads (they are promised an
  /// answer), and wakes idle ones, which then end. The others end after their request, which must
  /// have arrived within `drain`, and its answer been taken a second later.
  void close(std::chrono::milliseconds drain);

 private:
  struct Member {
    std::string network;
    bool reserve = false;
    bool placed = true;  ///< its place is not given away yet
  };
  using Members = std::unordered_map<Activity*, Member>;

  // All of these are called with mutex_ held.
  bool makeRoom(const std::string& network);
  bool makeRoomInReserve();
  std::vector<Holder> holders(bool reserve, std::vector<Members::value_type*>& whose);
  void giveUp(Members::value_type& member, Holder::State state);
  void giveBack(Member& member);
  void expireAll(Activity::Clock::time_point now);

  void relieve();
  void watch();
  /// Whether after_storm is due; `now` never goes back.
  bool isAfterStorm(std::size_t open, Activity::Clock::time_point now);

  const ConnectionsOptions options_;
  std::atomic<std::size_t> open_{0};
  std::atomic<std::int64_t> bytes_{0};
  std::atomic<std::uint64_t> idle_given_up_{0};
  std::atomic<std::uint64_t> slow_given_up_{0};
  std::atomic<bool> closing_{false};
  std::mutex mutex_;  ///< guards what follows; sockets of members are open while it is held
  std::condition_variable moved_;  ///< a connection entered or left
  std::condition_variable stop_;
  std::size_t in_reserve_ = 0;
  std::unordered_map<int, Entry> admitted_;  ///< by descriptor, until the thread begins
  Members members_;
  std::optional<Activity::Clock::time_point> drain_end_;
  std::size_t peak_ = 0;  ///< most members since memory was last given back
  bool stopped_ = false;
  std::mutex calling_;  ///< held while after_storm runs
  // Used by the watching thread only.
  Activity::Clock::time_point next_call_;
  Activity::Clock::time_point last_call_;
  std::thread watchdog_;
};

}  // namespace policycalc::http::serve

#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace policycalc::desk {

/// How the wait grows with what failed: the first `free` failures cost nothing, the next one a
/// second, each further one twice as much, but never more than `most`.
struct Growth {
  int free = 0;
  std::chrono::seconds most{0};

  std::chrono::seconds waitAfter(int failures) const;
};

/// Makes guessing of passwords slow: waits grow by account and by client (an IPv4 address or an
/// IPv6 network of 64 bits), whether or not there is such an account. Nobody sleeps: who comes too
/// early is told when to come again. What failed is forgotten `kMemory` after its wait has ended.
/// An account's failures at a client where it has succeeded before are counted apart from those of
/// strangers, so that nobody elsewhere can keep its owner out. Keeps at most `kMaxEntries` of each
/// kind in mind. Safe from any thread.
class LoginDelays {
 public:
  using Clock = std::function<std::chrono::sys_seconds()>;
  static constexpr std::size_t kMaxEntries = 10'000;
  static constexpr std::chrono::hours kMemory{1};
  // An account is waited for no longer than this, so that nobody can lock its owner out for a day.
  static constexpr Growth kOfAccount{5, std::chrono::minutes(5)};
  // A whole hall may stand behind one address, whose guests must not lock it out either.
  static constexpr Growth kOfClient{20, std::chrono::minutes(2)};

  explicit LoginDelays(Clock now);

  /// Begins an attempt, which counts as failed until succeeded() or undo() is called: many at once
  /// cannot slip through together. Or tells how long to wait, and counts nothing.
  std::optional<std::chrono::seconds> begin(std::string_view account, std::string_view client);

  /// The account's failures are forgotten; the client keeps all but this one: whoever has an
  /// account cannot use it to go on guessing at others.
  void succeeded(std::string_view account, std::string_view client);

  /// The attempt came to nothing, neither right nor wrong.
  void undo(std::string_view account, std::string_view client);

  /// How many accounts and clients it has in mind.
  std::size_t entries() const;

 private:
  using Time = std::chrono::sys_seconds;
  struct Entry {
    int failures = 0;
    Time free_at{};
  };
  using Entries = std::unordered_map<std::string, Entry>;

  /// Whose failures count together; `network` is a clientNetwork().
  std::string accountKey(std::string_view account, const std::string& network) const;
  void remember(const std::string& at_home, Time now);
  static Entry& entryOf(Entries& entries, std::string key, Time now, const Growth& growth);
  static void makeRoom(Entries& entries, Time now);
  static void giveBack(Entries& entries, const std::string& key, Time now);

  const Clock now_;
  mutable std::mutex mutex_;  ///< guards what follows
  Entries accounts_;
  Entries clients_;
  std::unordered_map<std::string, Time> homes_;  ///< account at network, and when it succeeded last
};

/// A bounded number of places, taken without waiting. Safe from any thread.
class Places {
 public:
  explicit Places(int number) : free_(number) {}

  /// A place, given back at its end.
  class Taken {
   public:
    explicit Taken(Places& places) : places_(&places) {}
    ~Taken();
    Taken(Taken&& other) noexcept : places_(other.places_) { other.places_ = nullptr; }
    Taken(const Taken&) = delete;
    Taken& operator=(const Taken&) = delete;
    Taken& operator=(Taken&&) = delete;

   private:
    Places* places_;
  };

  /// Nothing if all are taken.
  std::optional<Taken> take();

 private:
  std::mutex mutex_;
  int free_;
};

}  // namespace policycalc::desk

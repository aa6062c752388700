#pragma once

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <list>
#include <mutex>
#include <optional>

namespace policycalc::desk {

/// A bounded number of places with two short queues before them. Half of the places, rounded down,
/// are for those who are known, who also come first: a flood of strangers cannot keep them out.
/// Safe from any thread.
class Places {
 public:
  enum class Who : std::uint8_t { kStranger, kKnown };

  /// How many may wait. Each holds a thread of the server meanwhile.
  static constexpr std::size_t kMostWaiting = 8;
  /// How long one waits. A password takes a tenth of a second, so a queue is over sooner.
  static constexpr std::chrono::seconds kPatience{2};

  explicit Places(int number, std::chrono::milliseconds patience = kPatience)
      : number_(number), for_strangers_(number - number / 2), patience_(patience) {}

  /// A place. Its destructor gives it back.
  class Taken {
   public:
    Taken(Places& places, Who who) : places_(&places), who_(who) {}
    ~Taken();
    Taken(Taken&& other) noexcept : places_(other.places_), who_(other.who_) {
      other.places_ = nullptr;
    }
    Taken(const Taken&) = delete;
    Taken& operator=(const Taken&) = delete;
    Taken& operator=(Taken&&) = delete;

   private:
    Places* places_;
    Who who_;
  };

  /// A place, after a short wait if need be. Nothing if the queue is full or the wait was in vain.
  std::optional<Taken> take(Who who);

  /// How many wait.
  std::size_t waiting(Who who) const;

 private:
  using Queue = std::list<char>;

  bool isFree(Who who) const;
  Queue& queueOf(Who who) { return who == Who::kKnown ? known_ : strangers_; }

  const int number_;
  const int for_strangers_;
  const std::chrono::milliseconds patience_;
  mutable std::mutex mutex_;  ///< guards the members below
  std::condition_variable changed_;
  int taken_ = 0;
  int taken_by_strangers_ = 0;
  Queue known_;  ///< of those who wait, the longest first
  Queue strangers_;
};

}  // namespace policycalc::desk

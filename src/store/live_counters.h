#pragma once

#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>

#include "policycalc/store/health.h"

namespace policycalc::store {

/// StoreCounters that any thread may add to.
class LiveCounters {
 public:
  void countFailure(bool is_write, StoreError::Kind kind) {
    if (kind == StoreError::Kind::kConstraint) return;
    ++failures_.at(is_write ? 1 : 0).at(static_cast<std::size_t>(kind));
  }

  bool sawDamage() const {
    constexpr auto kCorrupt = static_cast<std::size_t>(StoreError::Kind::kCorrupt);
    return failures_[0].at(kCorrupt) + failures_[1].at(kCorrupt) > 0;
  }

  StoreCounters read() const {
    StoreCounters counters;
    for (std::size_t kind = 0; kind < StoreError::kKinds; ++kind) {
      counters.failed_reads.at(kind) = failures_[0].at(kind);
      counters.failed_writes.at(kind) = failures_[1].at(kind);
    }
    counters.expired_profiles = expired_profiles;
    counters.ended_applicants = ended_applicants;
    counters.removed_catalogues = removed_catalogues;
    return counters;
  }

  std::atomic<std::uint64_t> expired_profiles{0};
  std::atomic<std::uint64_t> ended_applicants{0};
  std::atomic<std::uint64_t> removed_catalogues{0};

 private:
  using ByKind = std::array<std::atomic<std::uint64_t>, StoreError::kKinds>;
  std::array<ByKind, 2> failures_{};  ///< of reads, of writes
};

}  // namespace policycalc::store

#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string_view>

#include "policycalc/store/error.h"

namespace policycalc::store {

/// Why the database cannot be used as it should.
enum class Trouble : std::uint8_t {
  kLocked,      ///< by another process, for longer than the busy timeout
  kFull,        ///< only what takes something away is still done
  kDamaged,     ///< a call since the start found the file damaged
  kRemoved,     ///< the file is no longer at its place; what is written would be lost
  kReplaced,    ///< another file is at its place
  kUnreachable  ///< it cannot be read or written
};

/// As answered and logged: `database_locked`.
std::string_view codeOf(Trouble trouble);

/// How the store is.
struct Health {
  std::optional<Trouble> trouble;
  std::optional<std::chrono::sys_seconds> confirmed;  ///< see Clock; nothing in trouble, too
};

/// What the store has counted since it was opened.
struct StoreCounters {
  using ByKind = std::array<std::uint64_t, StoreError::kKinds>;
  ByKind failed_reads{};  ///< by StoreError::Kind; kConstraint is no failure and is not counted
  ByKind failed_writes{};
  std::uint64_t expired_profiles = 0;    ///< removed, as their time was over
  std::uint64_t ended_applicants = 0;    ///< erased, as no authorisation was in force
  std::uint64_t removed_catalogues = 0;  ///< versions whose time was over
};

}  // namespace policycalc::store

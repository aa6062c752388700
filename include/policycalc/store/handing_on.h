#pragma once

#include <cstddef>
#include <cstdint>

namespace policycalc::store {

/// What becomes of the open matters of a member of the staff who cannot act on them any more.
struct HandOn {
  bool asks = false;  ///< nothing is done while there are any
  /// Takes the matters that this member can act on; 0: no one is named. Each matter left goes to
  /// the duty handler of its unit; without one it stays, and has no one responsible.
  std::int64_t to = 0;
};

/// How many matters were handed on, and how many were left.
struct HandedOn {
  std::size_t given = 0;
  std::size_t left = 0;

  bool operator==(const HandedOn&) const = default;
};

}  // namespace policycalc::store

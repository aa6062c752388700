#pragma once

#include <cstddef>
#include <cstdint>

namespace policycalc::store {

/// What becomes of the open matters of a member of the staff who cannot act on them any more.
struct HandOn {
  bool asks = false;  ///< nothing is done while there are any
  /// Who takes those that they can act on; 0: nobody. The duty handler of its unit, if there is
  /// one, takes a matter that is left; else it stays, and counts as nobody's.
  std::int64_t to = 0;
};

/// How many matters were handed on, and how many nobody could take.
struct HandedOn {
  std::size_t given = 0;
  std::size_t left = 0;

  bool operator==(const HandedOn&) const = default;
};

}  // namespace policycalc::store

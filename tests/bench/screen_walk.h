#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <vector>

#include "policycalc/engine/match.h"

#include "bench/firms.h"

namespace policycalc::bench {

/// One screen that a company answered.
struct WalkedScreen {
  std::string id;
  std::size_t taps = 0;
  std::size_t details = 0;  ///< questions answered below a tick
  std::size_t rows = 0;     ///< the most that were unfolded at a time
  std::size_t found = 0;    ///< useful measures after it
  bool found_own = false;   ///< one of them is not universal
};

/// A company that answers screen after screen until none can bring it a useful measure.
struct Walk {
  std::vector<WalkedScreen> screens;
  std::set<std::string> useful;  ///< ids of the eligible and conditional measures at the end

  std::size_t taps() const;
  std::size_t details() const;
  std::size_t rows() const;  ///< the most of all screens
  /// The number of screens until the first useful measure that is not universal; 0 without one.
  std::size_t firstFound() const;
};

/// Lets the company answer only from its profile. A screen that it cannot answer is passed. Counts
/// a tap for each option, tick and choice and for an act that ends a screen, one for each group
/// that is opened, 1 for a whole number or a percentage and 3 for an amount of money (its unit, the
/// field, the figure). A tap on each line of tiles ends their screen. Pure; any thread.
Walk walk(const engine::Edition& edition, const facts::Profile& profile);

/// The useful measures of the whole profile.
std::set<std::string> usefulOf(const engine::Edition& edition, const facts::Profile& profile);

}  // namespace policycalc::bench

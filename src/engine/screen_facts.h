#pragma once

#include <cstddef>
#include <vector>

#include "policycalc/catalogue/screens.h"

namespace policycalc::engine {

/// Which facts each screen can ask, prepared from `screens.json`. Keeps pointers to the screens.
/// Immutable; any thread may read.
class ScreenFacts {
 public:
  ScreenFacts(const catalogue::Screens& screens, std::size_t facts);

  /// Facts that are asked only if a condition holds.
  struct Conditional {
    const catalogue::ScreenCondition* when = nullptr;
    std::vector<facts::FactIndex> facts;
  };
  struct Screen {
    std::vector<facts::FactIndex> always;
    std::vector<Conditional> conditional;  ///< without those that are asked in any case
  };
  static constexpr std::size_t kNowhere = static_cast<std::size_t>(-1);

  const Screen& of(std::size_t screen) const { return screens_[screen]; }
  /// The first screen that lists the fact, or kNowhere.
  std::size_t screenOf(facts::FactIndex fact) const { return screen_of_[fact]; }

 private:
  std::vector<Screen> screens_;
  std::vector<std::size_t> screen_of_;
};

}  // namespace policycalc::engine

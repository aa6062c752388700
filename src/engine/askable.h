#pragma once

#include <vector>

#include "policycalc/catalogue/catalogue.h"
#include "policycalc/facts/knowledge.h"

#include "engine/screen_facts.h"

namespace policycalc::engine {

/// Which unanswered facts the screens that are left can ask, now or after other answers. Keeps
/// references to its arguments.
class Askable {
 public:
  Askable(const catalogue::Screens& screens, const ScreenFacts& prepared,
          const facts::Knowledge& knowledge, const std::vector<bool>& passed);

  /// Whether a screen asks the fact, now or later.
  bool has(facts::FactIndex fact) const { return facts_[fact] != 0; }
  /// Whether what is known so far calls for the screen; false if it was passed.
  bool isDue(std::size_t screen) const { return due_[screen] == criteria::Truth::kMet; }

 private:
  /// Whether the condition holds; unknown if a later answer can make it hold.
  criteria::Truth truthOf(const catalogue::ScreenCondition& condition) const;
  void addFactsOf(const ScreenFacts::Screen& screen);

  const facts::Knowledge& knowledge_;
  std::vector<criteria::Truth> due_;     ///< by screen
  std::vector<char> facts_;              ///< flags by fact
  std::vector<facts::FactIndex> found_;  ///< on the screen that is looked at
};

}  // namespace policycalc::engine

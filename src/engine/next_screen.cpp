#include "policycalc/engine/next_screen.h"

#include <algorithm>

#include "policycalc/engine/compiled_edition.h"

#include "engine/askable.h"
#include "engine/screen_facts.h"
#include "engine/way_to_yes.h"

namespace policycalc::engine {
namespace {

using facts::FactIndex;

constexpr std::size_t kNowhere = ScreenFacts::kNowhere;

bool contains(std::span<const FactIndex> facts, FactIndex fact) {
  return std::find(facts.begin(), facts.end(), fact) != facts.end();
}

/// Looks for the first screen that brings an open measure forward. The way of a measure to a yes is
/// long to walk, so it is walked only for measures that miss a fact of the screens looked at so
/// far: the others cannot have an earlier screen.
class ScreenRanking {
 public:
  ScreenRanking(const Edition& edition, const Match& match, const std::vector<bool>& passed)
      : screens_(edition.catalogue().screens()),
        screen_facts_(edition.compiled().screenFacts()),
        askable_(screens_, screen_facts_, match.knowledge, passed),
        way_(edition.catalogue(), match.knowledge, askable_),
        asked_(match.knowledge.facts.size()) {
    open_.reserve(match.outcomes.size());
    way_facts_.reserve(asked_.size());
    for (const Outcome& outcome : match.outcomes) {
      const std::size_t earliest = earliestOf(outcome.missing);
      if (earliest != kNowhere) open_.push_back({&outcome, earliest, kNowhere});
    }
  }

  std::optional<NextScreen> first() {
    for (std::size_t screen = 0; screen < screens_.all().size(); ++screen) {
      for (Open& open : open_) {
        if (open.earliest == screen) walk(open);
      }
      if (auto next = nextAt(screen)) return next;
    }
    return {};
  }

 private:
  /// An open measure that misses a fact of a due screen.
  struct Open {
    const Outcome* outcome = nullptr;
    std::size_t earliest = kNowhere;  ///< the first due screen that asks a missing fact
    std::size_t first = kNowhere;     ///< the same on the way to a yes; set by walk()
  };

  std::size_t dueScreenOf(FactIndex fact) const {
    const std::size_t screen = screen_facts_.screenOf(fact);
    return screen != kNowhere && askable_.isDue(screen) ? screen : kNowhere;
  }

  std::size_t earliestOf(std::span<const FactIndex> facts) const {
    std::size_t earliest = kNowhere;
    for (const FactIndex fact : facts) earliest = std::min(earliest, dueScreenOf(fact));
    return earliest;
  }

  void walk(Open& open) {
    way_facts_.clear();
    if (!way_.addFactsFor(*open.outcome, way_facts_)) return;
    for (const FactIndex fact : way_facts_) {
      const std::size_t screen = dueScreenOf(fact);
      if (screen == kNowhere || !contains(open.outcome->missing, fact)) continue;
      open.first = std::min(open.first, screen);
      asked_[fact] = 1;
    }
  }

  /// The screen with the measures whose first screen it is, if there are any.
  std::optional<NextScreen> nextAt(std::size_t screen) const {
    NextScreen next{&screens_.all()[screen], {}, {}};
    for (const Open& open : open_) {
      if (open.first == screen) next.decides.push_back(&open.outcome->measure());
    }
    if (next.decides.empty()) return {};
    for (const FactIndex fact : next.screen->facts) {
      if (screen_facts_.screenOf(fact) == screen && asked_[fact] != 0) next.facts.push_back(fact);
    }
    return next;
  }

  const catalogue::Screens& screens_;
  const ScreenFacts& screen_facts_;
  Askable askable_;
  WayToYes way_;
  std::vector<Open> open_;            ///< in the order of the outcomes
  std::vector<FactIndex> way_facts_;  ///< of the measure that is walked
  std::vector<char> asked_;           ///< flags of facts that are decisive on a due screen
};

}  // namespace

std::optional<NextScreen> nextScreen(const Edition& edition, const Match& match,
                                     const std::vector<bool>& passed) {
  return ScreenRanking(edition, match, passed).first();
}

}  // namespace policycalc::engine

#include "policycalc/engine/next_screen.h"

#include <algorithm>

#include "engine/askable.h"
#include "engine/way_to_yes.h"

namespace policycalc::engine {
namespace {

using facts::FactIndex;

constexpr std::size_t kNowhere = static_cast<std::size_t>(-1);

/// The open measures and questions that belong to each screen.
class ScreenRanking {
 public:
  ScreenRanking(const Edition& edition, const Match& match, const std::vector<bool>& passed)
      : screens_(edition.catalogue().screens()),
        askable_(screens_, match.knowledge, passed),
        way_(edition.catalogue(), match.knowledge, askable_) {
    const facts::Vocabulary& vocabulary = edition.catalogue().vocabulary();
    screen_of_.assign(vocabulary.facts().size(), kNowhere);
    asked_.assign(vocabulary.facts().size(), false);
    for (std::size_t i = screens_.all().size(); i-- > 0;) {
      for (const FactIndex fact : screens_.all()[i].facts) screen_of_[fact] = i;
    }
  }

  void add(const Outcome& outcome) {
    if (outcome.verdict != Verdict::kUndetermined) return;
    way_facts_.clear();
    if (!way_.addFactsFor(outcome, way_facts_)) return;
    std::size_t first = kNowhere;
    for (const FactIndex fact : way_facts_) {
      const std::size_t screen = screen_of_[fact];
      if (screen == kNowhere || !askable_.isDue(screen) || !contains(outcome.missing, fact)) {
        continue;
      }
      first = std::min(first, screen);
      asked_[fact] = true;
    }
    if (first == kNowhere || first > first_) return;
    if (first < first_) decides_.clear();
    first_ = first;
    decides_.push_back(&outcome.measure());
  }

  std::optional<NextScreen> first() && {
    if (first_ == kNowhere) return {};
    NextScreen next{&screens_.all()[first_], std::move(decides_), {}};
    for (const FactIndex fact : next.screen->facts) {
      if (screen_of_[fact] == first_ && asked_[fact]) next.facts.push_back(fact);
    }
    return next;
  }

 private:
  static bool contains(std::span<const FactIndex> facts, FactIndex fact) {
    return std::find(facts.begin(), facts.end(), fact) != facts.end();
  }

  const catalogue::Screens& screens_;
  Askable askable_;
  WayToYes way_;
  std::vector<std::size_t> screen_of_;
  std::vector<FactIndex> way_facts_;               ///< of the measure that is added
  std::vector<bool> asked_;                        ///< facts that are decisive on a due screen
  std::size_t first_ = kNowhere;                   ///< the first screen of any measure
  std::vector<const catalogue::Clause*> decides_;  ///< the measures whose first screen it is
};

}  // namespace

std::optional<NextScreen> nextScreen(const Edition& edition, const Match& match,
                                     const std::vector<bool>& passed) {
  ScreenRanking ranking(edition, match, passed);
  for (const Outcome& outcome : match.outcomes) ranking.add(outcome);
  return std::move(ranking).first();
}

}  // namespace policycalc::engine

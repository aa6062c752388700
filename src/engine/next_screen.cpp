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
        way_(edition.catalogue(), match.knowledge, askable_),
        decides_(screens_.all().size()),
        facts_(screens_.all().size()) {
    const facts::Vocabulary& vocabulary = edition.catalogue().vocabulary();
    screen_of_.assign(vocabulary.facts().size(), kNowhere);
    for (std::size_t i = screens_.all().size(); i-- > 0;) {
      for (const FactIndex fact : screens_.all()[i].facts) screen_of_[fact] = i;
    }
  }

  void add(const Outcome& outcome) {
    if (outcome.verdict != Verdict::kUndetermined) return;
    const auto way = way_.factsFor(outcome);
    if (!way) return;
    std::size_t first = kNowhere;
    for (const FactIndex fact : *way) {
      const bool decisive = contains(outcome.missing, fact);
      const std::size_t screen = screen_of_[fact];
      if (!decisive || screen == kNowhere || !askable_.isDue(screen)) continue;
      first = std::min(first, screen);
      facts_[screen].push_back(fact);
    }
    if (first != kNowhere) decides_[first].push_back(&outcome.measure());
  }

  std::optional<NextScreen> first() && {
    for (std::size_t i = 0; i < decides_.size(); ++i) {
      if (decides_[i].empty()) continue;
      NextScreen next{&screens_.all()[i], std::move(decides_[i]), {}};
      for (const FactIndex fact : next.screen->facts) {
        if (contains(facts_[i], fact)) next.facts.push_back(fact);
      }
      return next;
    }
    return {};
  }

 private:
  static bool contains(std::span<const FactIndex> facts, FactIndex fact) {
    return std::find(facts.begin(), facts.end(), fact) != facts.end();
  }

  const catalogue::Screens& screens_;
  Askable askable_;
  WayToYes way_;
  std::vector<std::size_t> screen_of_;
  std::vector<std::vector<const catalogue::Clause*>> decides_;
  std::vector<std::vector<FactIndex>> facts_;
};

}  // namespace

std::optional<NextScreen> nextScreen(const Edition& edition, const Match& match,
                                     const std::vector<bool>& passed) {
  ScreenRanking ranking(edition, match, passed);
  for (const Outcome& outcome : match.outcomes) ranking.add(outcome);
  return std::move(ranking).first();
}

}  // namespace policycalc::engine

#include "bench/screen_walk.h"

#include <algorithm>

#include "policycalc/engine/next_screen.h"

#include "bench/screen_answer.h"

namespace policycalc::bench {
namespace {

using engine::Verdict;

template <typename Member>
std::size_t sum(const std::vector<WalkedScreen>& screens, Member member) {
  std::size_t total = 0;
  for (const WalkedScreen& screen : screens) total += screen.*member;
  return total;
}

bool isUseful(const engine::Outcome& outcome) {
  return outcome.verdict == Verdict::kEligible || outcome.verdict == Verdict::kConditional;
}

std::set<std::string> usefulIn(const engine::Match& match) {
  std::set<std::string> useful;
  for (const engine::Outcome& outcome : match.outcomes) {
    if (isUseful(outcome)) useful.insert(outcome.measure().id);
  }
  return useful;
}

}  // namespace

std::size_t Walk::taps() const {
  return sum(screens, &WalkedScreen::taps);
}

std::size_t Walk::details() const {
  return sum(screens, &WalkedScreen::details);
}

std::size_t Walk::rows() const {
  std::size_t most = 0;
  for (const WalkedScreen& screen : screens) most = std::max(most, screen.rows);
  return most;
}

std::size_t Walk::firstFound() const {
  for (std::size_t i = 0; i < screens.size(); ++i) {
    if (screens[i].found_own) return i + 1;
  }
  return 0;
}

Walk walk(const engine::Edition& edition, const facts::Profile& profile) {
  const catalogue::Catalogue& catalogue = edition.catalogue();
  const catalogue::Screens& screens = catalogue.screens();
  facts::Profile answers(profile.size());
  std::vector<bool> passed(screens.all().size());
  Walk walk;
  engine::Match match = engine::match(edition, answers);
  while (const auto next = engine::nextScreen(edition, match, passed)) {
    const Cost cost = ScreenAnswer(catalogue, profile, answers).answer(*next);
    passed[*screens.find(next->screen->id)] = true;
    WalkedScreen walked{next->screen->id, cost.taps, cost.details, cost.rows, 0, false};
    match = engine::match(edition, answers);
    for (const engine::Outcome& outcome : match.outcomes) {
      if (!isUseful(outcome)) continue;
      ++walked.found;
      walked.found_own = walked.found_own || !outcome.measure().universal;
    }
    walk.screens.push_back(std::move(walked));
  }
  walk.useful = usefulIn(match);
  return walk;
}

std::set<std::string> usefulOf(const engine::Edition& edition, const facts::Profile& profile) {
  return usefulIn(engine::match(edition, profile));
}

}  // namespace policycalc::bench

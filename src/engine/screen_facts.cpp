#include "engine/screen_facts.h"

#include <algorithm>

namespace policycalc::engine {
namespace {

using facts::FactIndex;

bool contains(const std::vector<FactIndex>& facts, FactIndex fact) {
  return std::find(facts.begin(), facts.end(), fact) != facts.end();
}

std::vector<FactIndex> factsOf(const catalogue::ScreenOption& option) {
  std::vector<FactIndex> facts = option.details;
  for (const auto& [fact, given] : option.sets) facts.push_back(fact);
  return facts;
}

/// Calls `visit(when, facts)` for all that a screen may ask.
template <typename Visit>
void forEachPart(const catalogue::Screen& screen, const Visit& visit) {
  for (const auto* line : {&screen.options, &screen.second}) {
    for (const catalogue::ScreenOption& option : *line) visit(option.when, factsOf(option));
  }
  for (const catalogue::ScreenField& field : screen.fields) {
    visit(field.when, std::vector<FactIndex>{field.fact});
  }
}

ScreenFacts::Screen prepared(const catalogue::Screen& screen) {
  using When = std::optional<catalogue::ScreenCondition>;
  ScreenFacts::Screen out;
  forEachPart(screen, [&](const When& when, const std::vector<FactIndex>& facts) {
    if (when) return;
    for (const FactIndex fact : facts) {
      if (!contains(out.always, fact)) out.always.push_back(fact);
    }
  });
  forEachPart(screen, [&](const When& when, std::vector<FactIndex> facts) {
    if (!when) return;
    std::erase_if(facts, [&](FactIndex fact) { return contains(out.always, fact); });
    if (!facts.empty()) out.conditional.push_back({&*when, std::move(facts)});
  });
  return out;
}

}  // namespace

ScreenFacts::ScreenFacts(const catalogue::Screens& screens, std::size_t facts)
    : screen_of_(facts, kNowhere) {
  for (const catalogue::Screen& screen : screens.all()) {
    for (const FactIndex fact : screen.facts) {
      if (screen_of_[fact] == kNowhere) screen_of_[fact] = screens_.size();
    }
    screens_.push_back(prepared(screen));
  }
}

}  // namespace policycalc::engine

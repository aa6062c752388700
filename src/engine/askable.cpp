#include "engine/askable.h"

namespace policycalc::engine {

using catalogue::Screen;
using catalogue::ScreenCondition;
using criteria::Truth;

Askable::Askable(const catalogue::Screens& screens, const ScreenFacts& prepared,
                 const facts::Knowledge& knowledge, const std::vector<bool>& passed)
    : knowledge_(knowledge), facts_(knowledge.facts.size()) {
  due_.reserve(screens.all().size());
  found_.reserve(facts_.size());
  // A condition tests facts of earlier screens, so one pass is enough.
  for (std::size_t i = 0; i < screens.all().size(); ++i) {
    const Screen& screen = screens.all()[i];
    const bool is_passed = i < passed.size() && passed[i];
    due_.push_back(is_passed ? Truth::kNotMet : screen.when ? truthOf(*screen.when) : Truth::kMet);
    if (due_.back() != Truth::kNotMet) addFactsOf(prepared.of(i));
  }
}

Truth Askable::truthOf(const ScreenCondition& condition) const {
  using Kind = ScreenCondition::Kind;
  if (condition.kind == Kind::kAll || condition.kind == Kind::kAny) {
    const bool all = condition.kind == Kind::kAll;
    Truth truth = all ? Truth::kMet : Truth::kNotMet;
    for (const ScreenCondition& child : condition.children) {
      truth = all ? criteria::both(truth, truthOf(child)) : criteria::either(truth, truthOf(child));
    }
    return truth;
  }
  if (condition.holds(knowledge_)) return Truth::kMet;
  const bool open = !knowledge_.facts[condition.fact].known && has(condition.fact);
  return open ? Truth::kUnknown : Truth::kNotMet;
}

void Askable::addFactsOf(const ScreenFacts::Screen& screen) {
  // No condition of a screen sees what the same screen asks.
  found_.clear();
  for (const ScreenFacts::Conditional& part : screen.conditional) {
    if (truthOf(*part.when) == Truth::kNotMet) continue;
    found_.insert(found_.end(), part.facts.begin(), part.facts.end());
  }
  for (const facts::FactIndex fact : screen.always) facts_[fact] = 1;
  for (const facts::FactIndex fact : found_) facts_[fact] = 1;
}

}  // namespace policycalc::engine

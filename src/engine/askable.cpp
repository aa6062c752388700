#include "engine/askable.h"

namespace policycalc::engine {

using catalogue::Screen;
using catalogue::ScreenCondition;
using catalogue::ScreenOption;
using criteria::Truth;

Askable::Askable(const catalogue::Screens& screens, const facts::Knowledge& knowledge,
                 const std::vector<bool>& passed)
    : knowledge_(knowledge), facts_(knowledge.facts.size()) {
  // A condition tests facts of earlier screens, so one pass is enough.
  for (std::size_t i = 0; i < screens.all().size(); ++i) {
    const Screen& screen = screens.all()[i];
    const bool is_passed = i < passed.size() && passed[i];
    due_.push_back(is_passed ? Truth::kNotMet : screen.when ? truthOf(*screen.when) : Truth::kMet);
    if (due_.back() != Truth::kNotMet) addFactsOf(screen);
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
  const bool open = !knowledge_.facts[condition.fact].known && facts_[condition.fact];
  return open ? Truth::kUnknown : Truth::kNotMet;
}

bool Askable::mayHold(const std::optional<ScreenCondition>& condition) const {
  return !condition || truthOf(*condition) != Truth::kNotMet;
}

void Askable::addFactsOf(const Screen& screen) {
  found_.clear();
  for (const auto* line : {&screen.options, &screen.second}) {
    for (const ScreenOption& option : *line) {
      if (!mayHold(option.when)) continue;
      for (const auto& [fact, given] : option.sets) found_.push_back(fact);
      found_.insert(found_.end(), option.details.begin(), option.details.end());
    }
  }
  for (const catalogue::ScreenField& field : screen.fields) {
    if (mayHold(field.when)) found_.push_back(field.fact);
  }
  for (const facts::FactIndex fact : found_) facts_[fact] = true;
}

}  // namespace policycalc::engine

#include "engine/turning.h"

namespace policycalc::test {
namespace {

using criteria::Truth;
using engine::Verdict;

bool turned(Truth before, Truth after) {
  return before != Truth::kUnknown && before != after;
}

bool turned(Verdict before, Verdict after) {
  if (before == Verdict::kUndetermined || before == after) return false;
  return !(before == Verdict::kNotEligible && after == Verdict::kNotApplicable);
}

}  // namespace

std::map<std::string, const engine::Outcome*> byId(const engine::Match& match) {
  std::map<std::string, const engine::Outcome*> outcomes;
  for (const engine::Outcome& outcome : match.outcomes) {
    outcomes.emplace(outcome.measure().id, &outcome);
  }
  return outcomes;
}

bool turned(std::span<const Truth> before, std::span<const Truth> after) {
  for (std::size_t i = 0; i < before.size(); ++i) {
    if (turned(before[i], after[i])) return true;
  }
  return false;
}

std::string whatTurned(const engine::Match& before, const engine::Match& after) {
  const auto later = byId(after);
  std::string ids;
  for (const auto& [id, outcome] : byId(before)) {
    const engine::Outcome& next = *later.at(id);
    if (turned(outcome->in_scope, next.in_scope) ||
        turned(outcome->applies_when, next.applies_when) ||
        turned(outcome->requires_, next.requires_) || turned(outcome->verdict, next.verdict)) {
      ids += id + " ";
    }
  }
  return ids;
}

}  // namespace policycalc::test

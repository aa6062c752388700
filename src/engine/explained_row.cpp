#include "policycalc/engine/explained_row.h"

#include "engine/amounts.h"
#include "engine/questions.h"
#include "engine/tree.h"

namespace policycalc::engine {

using criteria::Truth;
using Slot = CompiledEdition::Slot;

ExplainedRow::ExplainedRow(const Edition& edition)
    : edition_(edition),
      row_(edition.compiled()),
      missing_(std::make_unique<MissingFacts>(edition)),
      findings_(std::make_shared<Findings>()) {
  prepare();
}

ExplainedRow::~ExplainedRow() = default;

void ExplainedRow::prepare() {
  const CompiledEdition& compiled = edition_.compiled();
  std::size_t benefits = 0;
  for (const Edition::Entry& entry : edition_.entries()) benefits += entry.measure->benefits.size();
  // These never move, so that outcomes can point into them once and for all.
  findings_->truths.resize(compiled.nodes().size());
  findings_->amounts.resize(benefits);
  outcomes_.reserve(edition_.entries().size());
  begins_.reserve(edition_.entries().size());
  const auto truths_of = [&](std::span<const Slot> slots) -> std::span<const Truth> {
    const auto first = static_cast<std::size_t>(slots.data() - compiled.nodes().data());
    return {findings_->truths.data() + first, slots.size()};
  };
  benefits = 0;
  for (const Edition::Entry& entry : edition_.entries()) {
    const CompiledEdition::Trees& trees = compiled.treesOf(entry.index);
    Outcome& outcome = outcomes_.emplace_back();
    outcome.entry = &entry;
    outcome.truths = truths_of(trees.nodes);
    outcome.applies_when = truths_of(trees.applies_when);
    outcome.requires_ = truths_of(trees.requires_);
    outcome.amounts = {findings_->amounts.data() + benefits, entry.measure->benefits.size()};
    prepareAmounts(entry, benefits);
    benefits += entry.measure->benefits.size();
  }
}

void ExplainedRow::prepareAmounts(const Edition::Entry& entry, std::size_t first) {
  const std::span<const Slot> paid = edition_.compiled().treesOf(entry.index).paid_when;
  for (std::size_t i = 0; i < paid.size(); ++i) {
    const catalogue::Amount& offered = entry.measure->benefits[i].amount;
    AmountAnswer& answer = findings_->amounts[first + i];
    const bool changes = dependsOnProfile(offered);
    if (!changes) setAmount(offered, Verdict::kUndetermined, edition_, {}, answer);
    if (changes || paid[i] != CompiledEdition::kNever) {
      amounts_.push_back({entry.index, changes ? &offered : nullptr, paid[i], &answer});
    }
  }
}

void ExplainedRow::take(const facts::Profile& profile) {
  const catalogue::Catalogue& catalogue = edition_.catalogue();
  facts::deriveFacts(profile, catalogue.vocabulary(), catalogue.sizeStandard(),
                     edition_.compiled().bodyRules(), knowledge_);
  take(profile, knowledge_);
}

void ExplainedRow::take(const facts::Profile& profile, const facts::Knowledge& knowledge) {
  row_.take(profile, knowledge);
  row_.writeTruths(findings_->truths);
  findings_->missing.clear();
  findings_->unmet.clear();
  begins_.clear();
  missing_->begin(knowledge);
  for (Outcome& outcome : outcomes_) decide(outcome, knowledge);
  setAmounts(knowledge);
  point();
}

void ExplainedRow::decide(Outcome& outcome, const facts::Knowledge& knowledge) {
  const CompiledEdition& compiled = edition_.compiled();
  const std::size_t index = outcome.entry->index;
  outcome.in_scope = row_.truth(compiled.treesOf(index).scope);
  outcome.verdict = row_.verdict(compiled.ruleOf()[index]);
  outcome.one_condition_away = false;
  outcome.missing = {};
  outcome.unmet = {};
  const Begin begin{index, findings_->missing.size(), findings_->unmet.size()};
  if (outcome.verdict == Verdict::kUndetermined) {
    missing_->add(outcome, findings_->missing);
  } else if (outcome.verdict == Verdict::kNotEligible) {
    explainRefusal(outcome, knowledge);
  } else {
    return;
  }
  begins_.push_back(begin);
}

void ExplainedRow::setAmounts(const facts::Knowledge& knowledge) {
  for (const Amount& amount : amounts_) {
    if (amount.offered != nullptr) {
      const Verdict verdict = outcomes_[amount.outcome].verdict;
      setAmount(*amount.offered, verdict, edition_, knowledge, *amount.answer);
    }
    amount.answer->paid = amount.paid != CompiledEdition::kNever && row_.holds(amount.paid);
  }
}

void ExplainedRow::explainRefusal(Outcome& outcome, const facts::Knowledge& knowledge) {
  const EvaluatedTree tree = requiresTree(outcome);
  collectUnmet(tree, edition_, knowledge, findings_->unmet);
  outcome.one_condition_away = outcome.concerns() == Truth::kMet && outcome.measure().curable &&
                               isOneStepAway(tree, edition_.catalogue().vocabulary());
}

void ExplainedRow::point() {
  Begin end{0, findings_->missing.size(), findings_->unmet.size()};
  for (std::size_t i = begins_.size(); i-- > 0;) {
    const Begin& begin = begins_[i];
    Outcome& outcome = outcomes_[begin.outcome];
    outcome.missing = {findings_->missing.data() + begin.missing, end.missing - begin.missing};
    outcome.unmet = {findings_->unmet.data() + begin.unmet, end.unmet - begin.unmet};
    end = begin;
  }
}

}  // namespace policycalc::engine

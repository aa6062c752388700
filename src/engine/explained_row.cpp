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
  std::size_t nodes = 0;
  std::size_t benefits = 0;
  for (const Edition::Entry& entry : edition.entries()) {
    nodes += entry.applies_when.size() + entry.requires_.size();
    benefits += entry.measure->benefits.size();
  }
  // These never move, so that outcomes can point into them at once.
  findings_->truths.resize(nodes);
  findings_->amounts.resize(benefits);
  outcomes_.reserve(edition.entries().size());
  missing_ranges_.reserve(edition.entries().size());
  unmet_ranges_.reserve(edition.entries().size());
}

ExplainedRow::~ExplainedRow() = default;

void ExplainedRow::take(const facts::Profile& profile) {
  const catalogue::Catalogue& catalogue = edition_.catalogue();
  facts::deriveFacts(profile, catalogue.vocabulary(), catalogue.sizeStandard(),
                     edition_.compiled().bodyRules(), knowledge_);
  take(profile, knowledge_);
}

void ExplainedRow::take(const facts::Profile& profile, const facts::Knowledge& knowledge) {
  row_.take(profile);
  next_truth_ = 0;
  next_amount_ = 0;
  findings_->missing.clear();
  findings_->unmet.clear();
  outcomes_.clear();
  missing_ranges_.clear();
  unmet_ranges_.clear();
  missing_->begin(knowledge);
  for (const Edition::Entry& entry : edition_.entries()) decide(entry, knowledge);
  point();
}

std::span<const Truth> ExplainedRow::truthsOf(std::span<const Slot> slots) {
  Truth* const out = findings_->truths.data() + next_truth_;
  for (std::size_t i = 0; i < slots.size(); ++i) out[i] = row_.truth(slots[i]);
  next_truth_ += slots.size();
  return {out, slots.size()};
}

void ExplainedRow::decide(const Edition::Entry& entry, const facts::Knowledge& knowledge) {
  const CompiledEdition& compiled = edition_.compiled();
  const CompiledEdition::Trees& trees = compiled.treesOf(entry.index);
  const catalogue::Clause& measure = *entry.measure;
  Outcome& outcome = outcomes_.emplace_back();
  outcome.entry = &entry;
  outcome.in_scope = row_.truth(trees.scope);
  outcome.applies_when = truthsOf(trees.applies_when);
  outcome.requires_ = truthsOf(trees.requires_);
  outcome.verdict = row_.verdict(compiled.ruleOf()[entry.index]);
  const std::size_t missing = findings_->missing.size();
  const std::size_t unmet = findings_->unmet.size();
  if (outcome.verdict == Verdict::kUndetermined) missing_->add(outcome, findings_->missing);
  if (outcome.verdict == Verdict::kNotEligible) explainRefusal(outcome, knowledge);
  missing_ranges_.push_back({missing, findings_->missing.size() - missing});
  unmet_ranges_.push_back({unmet, findings_->unmet.size() - unmet});
  AmountAnswer* const amounts = findings_->amounts.data() + next_amount_;
  for (std::size_t i = 0; i < measure.benefits.size(); ++i) {
    setAmount(measure.benefits[i].amount, outcome.verdict, edition_, knowledge, amounts[i]);
    const Slot paid = trees.paid_when[i];
    amounts[i].paid = paid != CompiledEdition::kNever && row_.holds(paid);
  }
  next_amount_ += measure.benefits.size();
  outcome.amounts = {amounts, measure.benefits.size()};
}

void ExplainedRow::explainRefusal(Outcome& outcome, const facts::Knowledge& knowledge) {
  const EvaluatedTree tree = requiresTree(outcome);
  collectUnmet(tree, edition_, knowledge, findings_->unmet);
  outcome.one_condition_away = outcome.concerns() == Truth::kMet && outcome.measure().curable &&
                               isOneStepAway(tree, edition_.catalogue().vocabulary());
}

void ExplainedRow::point() {
  const auto& [truths, amounts, missing, unmet] = *findings_;
  for (std::size_t i = 0; i < outcomes_.size(); ++i) {
    outcomes_[i].missing = {missing.data() + missing_ranges_[i].first, missing_ranges_[i].count};
    outcomes_[i].unmet = {unmet.data() + unmet_ranges_[i].first, unmet_ranges_[i].count};
  }
}

}  // namespace policycalc::engine

#include "engine/one_rule.h"

#include <functional>
#include <span>
#include <sstream>

#include "policycalc/engine/match.h"

#include "engine/reference.h"

namespace policycalc::test {
namespace {

using criteria::Truth;
using engine::CompiledEdition;
using Form = engine::ColumnMatcher::Form;

std::string textOf(Truth truth) {
  return std::string(toString(truth));
}

/// One way of matching a profile: the truth of a slot, and the verdict of a measure.
struct Way {
  std::string name;
  std::function<Truth(CompiledEdition::Slot)> truth;
  std::function<engine::Verdict(std::size_t)> verdict;
};

/// The first place where a way differs from the reference.
class Comparing {
 public:
  Comparing(const engine::Edition& edition, const ReferenceAnswer& wanted)
      : edition_(edition), wanted_(wanted) {}

  std::string with(const Way& way) {
    way_ = &way;
    for (std::size_t i = 0; i < wanted_.measures.size() && text_.empty(); ++i) compare(i);
    const auto warnings = edition_.compiled().warnings();
    for (std::size_t i = 0; i < warnings.size() && text_.empty(); ++i) {
      same("warning " + std::to_string(i), way.truth(warnings[i]) == Truth::kMet,
           wanted_.warnings[i]);
    }
    return text_;
  }

  std::size_t cells() const { return cells_; }

 private:
  void compare(std::size_t i) {
    const CompiledEdition::Trees& trees = edition_.compiled().treesOf(i);
    const ReferenceAnswer::Measure& wanted = wanted_.measures[i];
    const std::string id = edition_.entries()[i].measure->id;
    same(id + " scope", textOf(way_->truth(trees.scope)), textOf(wanted.in_scope));
    compare(id + " applies_when", trees.applies_when, wanted.applies_when);
    compare(id + " requires", trees.requires_, wanted.requires_);
    for (std::size_t k = 0; k < wanted.paid.size(); ++k) {
      const CompiledEdition::Slot slot = trees.paid_when[k];
      const bool paid = slot != CompiledEdition::kNever && way_->truth(slot) == Truth::kMet;
      same(id + " paid", paid, wanted.paid[k]);
    }
    same(id + " verdict", std::string(toString(way_->verdict(i))),
         std::string(toString(wanted.verdict)));
  }

  void compare(const std::string& name, std::span<const CompiledEdition::Slot> slots,
               const std::vector<Truth>& wanted) {
    same(name + " size", slots.size(), wanted.size());
    for (std::size_t node = 0; node < wanted.size() && text_.empty(); ++node) {
      same(name + " node " + std::to_string(node), textOf(way_->truth(slots[node])),
           textOf(wanted[node]));
    }
  }

  template <typename Value>
  void same(const std::string& what, const Value& got, const Value& wanted) {
    ++cells_;
    if (!text_.empty() || got == wanted) return;
    std::ostringstream text;
    text << way_->name << ", " << what << ": " << got << ", the reference says " << wanted;
    text_ = text.str();
  }

  const engine::Edition& edition_;
  const ReferenceAnswer& wanted_;
  const Way* way_ = nullptr;
  std::string text_;
  std::size_t cells_ = 0;
};

/// The explained match: its truths are compared as they appear in the answer.
std::string explainedDifference(const engine::Edition& edition, const facts::Profile& profile,
                                const ReferenceAnswer& wanted) {
  const engine::Match match = engine::match(edition, profile);
  for (const engine::Outcome& outcome : match.outcomes) {
    const ReferenceAnswer::Measure& one = wanted.measures[outcome.entry->index];
    const auto same = [](const auto& got, const std::vector<Truth>& truths) {
      return std::equal(got.begin(), got.end(), truths.begin(), truths.end());
    };
    bool paid = outcome.amounts.size() == one.paid.size();
    for (std::size_t i = 0; paid && i < one.paid.size(); ++i) {
      paid = outcome.amounts[i].paid == one.paid[i];
    }
    if (outcome.verdict != one.verdict || outcome.in_scope != one.in_scope || !paid ||
        !same(outcome.applies_when, one.applies_when) || !same(outcome.requires_, one.requires_)) {
      return "explained, " + outcome.measure().id + " differs from the reference";
    }
  }
  return match.outcomes.size() == wanted.measures.size() ? "" : "explained, measures are missing";
}

}  // namespace

RuleCheck::RuleCheck(const engine::Edition& edition, const engine::Edition& reference)
    : edition_(edition),
      reference_(reference),
      row_(edition.compiled()),
      block_(edition.compiled()) {
  columns_.emplace_back("columns, portable",
                        engine::ColumnMatcher(edition.compiled(), Form::kPortable));
  if (engine::ColumnMatcher::hasAvx2()) {
    columns_.emplace_back("columns, AVX2", engine::ColumnMatcher(edition.compiled(), Form::kAvx2));
  }
}

void RuleCheck::take(const std::vector<facts::Profile>& profiles) {
  block_.clear();
  for (const facts::Profile& profile : profiles) block_.add(profile);
  for (auto& [name, matcher] : columns_) matcher.take(block_);
}

std::string RuleCheck::difference(const std::vector<facts::Profile>& profiles) {
  take(profiles);
  for (std::size_t i = 0; i < profiles.size(); ++i) {
    const std::string found = differenceAt(i, profiles[i]);
    if (found.empty()) continue;
    const std::string small = shrunk(profiles[i]);
    return found + (small.empty() ? "; only in row " + std::to_string(i) + " of its block" : small);
  }
  return "";
}

std::string RuleCheck::differenceAt(std::size_t row, const facts::Profile& profile) {
  const ReferenceAnswer wanted = referenceAnswer(reference_, profile);
  row_.take(profile);
  const std::vector<engine::Verdict> quick = engine::verdicts(edition_, profile);
  std::vector<Way> ways{{"row", [&](CompiledEdition::Slot slot) { return row_.truth(slot); },
                         [&](std::size_t entry) { return quick[entry]; }}};
  for (auto& [name, matcher] : columns_) {
    const engine::ColumnMatcher* const one = &matcher;
    ways.push_back({name, [=](CompiledEdition::Slot slot) { return one->truth(slot, row); },
                    [=](std::size_t entry) { return one->verdict(entry, row); }});
  }
  for (const Way& way : ways) {
    Comparing comparing(edition_, wanted);
    const std::string found = comparing.with(way);
    cells_ += comparing.cells();
    if (!found.empty()) return found;
  }
  return explainedDifference(edition_, profile, wanted);
}

std::string RuleCheck::differenceOf(const facts::Profile& profile) {
  take({profile});
  return differenceAt(0, profile);
}

/// Drops answers and options while there is a difference; "" if the profile by itself shows none.
std::string RuleCheck::shrunk(facts::Profile profile) {
  std::string found = differenceOf(profile);
  if (found.empty()) return "";
  bool smaller = true;
  while (smaller) {
    smaller = false;
    for (std::size_t i = 0; i < profile.size(); ++i) {
      const auto fact = static_cast<facts::FactIndex>(i);
      if (!profile[fact].known) continue;
      facts::Profile less = profile;
      less[fact] = {};
      std::string still = differenceOf(less);
      if (still.empty()) continue;
      profile = std::move(less);
      found = std::move(still);
      smaller = true;
    }
  }
  json::Writer writer;
  facts::writeProfile(writer, profile, edition_.catalogue().vocabulary());
  return "; smallest: " + writer.take() + ", " + found;
}

}  // namespace policycalc::test

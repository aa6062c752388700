#include "impact/deciding.h"

#include <algorithm>
#include <span>

#include "policycalc/catalogue/answer_texts.h"

namespace policycalc::impact {
namespace {

using criteria::Criterion;
using criteria::Truth;
using engine::Edition;
using engine::Verdict;

/// Gathers the leaves that give a tree its truth.
class Walk {
 public:
  Walk(const Edition& edition, bool is_after, std::vector<Deciding>& found)
      : edition_(edition), is_after_(is_after), found_(found) {}

  void over(const std::optional<Criterion>& criterion, const std::vector<Edition::Node>& nodes,
            std::span<const Truth> truths, Truth wanted) {
    if (criterion && !truths.empty()) visit(*criterion, nodes, truths, 0, wanted, false);
  }

 private:
  /// `at`: the place of `node` in preorder. Returns the place behind its subtree.
  std::size_t visit(const Criterion& node, const std::vector<Edition::Node>& nodes,
                    std::span<const Truth> truths, std::size_t at, Truth wanted, bool negated) {
    if (truths[at] != wanted) return at + node.size();
    if (node.kind == Criterion::Kind::kLeaf) add(node, nodes[at], negated);
    const bool turns = node.kind == Criterion::Kind::kNot;
    std::size_t next = at + 1;
    for (const Criterion& child : node.children) {
      next = visit(child, nodes, truths, next, turns ? criteria::negate(wanted) : wanted,
                   negated != turns);
    }
    return next;
  }

  void add(const Criterion& leaf, const Edition::Node& node, bool negated) {
    const catalogue::Catalogue& catalogue = edition_.catalogue();
    const std::string& head =
        negated ? catalogue.texts()[catalogue::Phrase::kNegated].text : std::string();
    Deciding deciding{catalogue.vocabulary().fact(leaf.comparison.fact).id, head + node.text,
                      is_after_};
    if (std::find(found_.begin(), found_.end(), deciding) == found_.end()) {
      found_.push_back(std::move(deciding));
    }
  }

  const Edition& edition_;
  const bool is_after_;
  std::vector<Deciding>& found_;
};

std::string periodOf(const catalogue::Validity& valid) {
  return "有效期 " + valid.from.toString() + (valid.to ? " 至 " + valid.to->toString() : " 起");
}

}  // namespace

std::vector<Deciding> decidingFor(const engine::Outcome& outcome, const Edition& edition,
                                  bool is_after) {
  std::vector<Deciding> found;
  Walk walk(edition, is_after, found);
  const Edition::Entry& entry = *outcome.entry;
  const catalogue::Clause& measure = *entry.measure;
  const auto add_scope = [&](Truth wanted) {
    if (measure.scope != catalogue::Scope::kRegistered || outcome.in_scope != wanted) return;
    found.push_back(
        {{}, edition.catalogue().texts()[catalogue::Phrase::kRegistered].text, is_after});
  };
  switch (outcome.verdict) {
    case Verdict::kEligible:
    case Verdict::kConditional:
      break;
    case Verdict::kNotInForce:
      found.push_back({{}, periodOf(measure.valid), is_after});
      break;
    case Verdict::kNotApplicable:
      add_scope(Truth::kNotMet);
      walk.over(measure.applies_when, entry.applies_when, outcome.applies_when, Truth::kNotMet);
      break;
    case Verdict::kNotEligible:
      walk.over(measure.requires_, entry.requires_, outcome.requires_, Truth::kNotMet);
      break;
    case Verdict::kUndetermined:
      add_scope(Truth::kUnknown);
      walk.over(measure.applies_when, entry.applies_when, outcome.applies_when, Truth::kUnknown);
      walk.over(measure.requires_, entry.requires_, outcome.requires_, Truth::kUnknown);
      break;
  }
  return found;
}

std::vector<std::string> conditionsOf(const Edition::Entry& entry) {
  std::vector<std::string> texts{periodOf(entry.measure->valid)};
  for (const auto* nodes : {&entry.applies_when, &entry.requires_}) {
    for (const Edition::Node& node : *nodes) {
      if (!node.text.empty()) texts.push_back(node.text);
    }
  }
  return texts;
}

std::vector<Deciding> changedOnes(const std::vector<Deciding>& deciding,
                                  const std::vector<std::string>& others) {
  std::vector<Deciding> changed;
  for (const Deciding& one : deciding) {
    if (std::find(others.begin(), others.end(), one.text) == others.end()) changed.push_back(one);
  }
  return changed.empty() ? deciding : changed;
}

}  // namespace policycalc::impact

#include "engine/way_to_yes.h"

namespace policycalc::engine {

using criteria::Criterion;
using criteria::Truth;
using facts::FactIndex;

bool WayToYes::addFactsFor(const Outcome& outcome, Facts& facts) const {
  if (outcome.in_scope == Truth::kUnknown && !answer(is_.district, facts)) return false;
  if (outcome.measure().applies_when) {
    const EvaluatedTree tree = appliesTree(outcome);
    if (!reach(tree, *tree.root, 0, Truth::kMet, facts)) return false;
  }
  if (!outcome.measure().requires_) return true;
  const EvaluatedTree tree = requiresTree(outcome);
  return reach(tree, *tree.root, 0, Truth::kMet, facts);
}

bool WayToYes::reach(const EvaluatedTree& tree, const Criterion& node, std::size_t at, Truth wanted,
                     Facts& facts) const {
  const Truth truth = tree.truths[at];
  if (truth != Truth::kUnknown) return truth == wanted;
  switch (node.kind) {
    case Criterion::Kind::kLeaf:
      return decide(node.comparison, facts);
    case Criterion::Kind::kNot:
      return reach(tree, node.children.front(), at + 1, criteria::negate(wanted), facts);
    case Criterion::Kind::kAll:
      return wanted == Truth::kMet ? reachAll(tree, node, at, wanted, facts)
                                   : reachAny(tree, node, at, wanted, facts);
    case Criterion::Kind::kAny:
      return wanted == Truth::kMet ? reachAny(tree, node, at, wanted, facts)
                                   : reachAll(tree, node, at, wanted, facts);
  }
  return false;
}

bool WayToYes::reachAll(const EvaluatedTree& tree, const Criterion& node, std::size_t at,
                        Truth wanted, Facts& facts) const {
  std::size_t child_at = at + 1;
  for (const Criterion& child : node.children) {
    if (!reach(tree, child, child_at, wanted, facts)) return false;
    child_at += child.size();
  }
  return true;
}

bool WayToYes::reachAny(const EvaluatedTree& tree, const Criterion& node, std::size_t at,
                        Truth wanted, Facts& facts) const {
  bool found = false;
  std::size_t child_at = at + 1;
  for (const Criterion& child : node.children) {
    const std::size_t before = facts.size();
    if (reach(tree, child, child_at, wanted, facts)) {
      found = true;
    } else {
      facts.resize(before);  // a branch that leads nowhere
    }
    child_at += child.size();
  }
  return found;
}

bool WayToYes::decide(const criteria::Comparison& comparison, Facts& facts) const {
  bool decided = answer(comparison.fact, facts);
  if (!criteria::isNumeric(comparison.op)) return decided;
  comparison.right.forEachFact([&](FactIndex fact) { decided = answer(fact, facts) && decided; });
  return decided;
}

bool WayToYes::answer(FactIndex fact, Facts& facts) const {
  // These follow from several facts, each of which may settle them.
  if (fact == is_.enterprise_size) return answerAnyOf(knowledge_.ask_for_size, facts);
  if (fact == is_.size_industry) return answerAnyOf(knowledge_.ask_for_industry, facts);
  if (fact == is_.ownership) return answerAnyOf(knowledge_.ask_for_ownership, facts);
  if (knowledge_.facts[fact].known) return true;
  if (!askable_.has(fact)) return false;
  facts.push_back(fact);
  return true;
}

bool WayToYes::answerAnyOf(const Facts& sources, Facts& facts) const {
  bool found = false;
  for (const FactIndex source : sources) {
    if (!askable_.has(source)) continue;
    facts.push_back(source);
    found = true;
  }
  return found;
}

}  // namespace policycalc::engine

#include "engine/tree.h"

#include <algorithm>
#include <tuple>

namespace policycalc::engine {
namespace {

using criteria::Criterion;
using criteria::Truth;

Truth evaluateNode(const Criterion& node, const std::vector<Edition::Node>& nodes,
                   const Edition& edition, const facts::Knowledge& knowledge,
                   std::vector<Truth>& truths) {
  const std::size_t at = truths.size();
  truths.push_back(Truth::kUnknown);
  Truth truth = Truth::kUnknown;
  switch (node.kind) {
    case Criterion::Kind::kLeaf:
      truth = criteria::evaluate(node.comparison, nodes[at].resolved, edition.catalogue().symbols(),
                                 edition.day(), knowledge);
      break;
    case Criterion::Kind::kNot:
      truth =
          criteria::negate(evaluateNode(node.children.front(), nodes, edition, knowledge, truths));
      break;
    case Criterion::Kind::kAll:
      truth = Truth::kMet;
      for (const Criterion& child : node.children) {
        truth = criteria::both(truth, evaluateNode(child, nodes, edition, knowledge, truths));
      }
      break;
    case Criterion::Kind::kAny:
      truth = Truth::kNotMet;
      for (const Criterion& child : node.children) {
        truth = criteria::either(truth, evaluateNode(child, nodes, edition, knowledge, truths));
      }
      break;
  }
  truths[at] = truth;
  return truth;
}

/// Calls `visit(child, child_at)` for the children of the node with the preorder number `at`.
template <typename Visit>
void forEachChild(const Criterion& node, std::size_t at, const Visit& visit) {
  std::size_t child_at = at + 1;
  for (const Criterion& child : node.children) {
    visit(child, child_at);
    child_at += child.size();
  }
}

void collectOpenAt(const EvaluatedTree& tree, const Criterion& node, std::size_t at,
                   std::vector<OpenLeaf>& leaves) {
  if ((*tree.truths)[at] != Truth::kUnknown) return;
  if (node.kind == Criterion::Kind::kLeaf) {
    leaves.push_back({&node.comparison, &(*tree.nodes)[at]});
  }
  forEachChild(node, at, [&](const Criterion& child, std::size_t child_at) {
    collectOpenAt(tree, child, child_at, leaves);
  });
}

/// In an unknown `all` the decided children hold, in an unknown `any` they fail: they do not count.
TruthColumn columnAt(const EvaluatedTree& tree, const Criterion& node, std::size_t at,
                     const std::vector<TruthColumn>& leaves, std::size_t& next) {
  if (node.kind == Criterion::Kind::kLeaf) return leaves[next++];
  TruthColumn column;
  forEachChild(node, at, [&](const Criterion& child, std::size_t child_at) {
    if ((*tree.truths)[child_at] != Truth::kUnknown) return;
    const TruthColumn other = columnAt(tree, child, child_at, leaves, next);
    if (column.empty()) {
      column = other;
    } else if (node.kind == Criterion::Kind::kAll) {
      std::transform(column.begin(), column.end(), other.begin(), column.begin(), criteria::both);
    } else {
      std::transform(column.begin(), column.end(), other.begin(), column.begin(), criteria::either);
    }
  });
  if (node.kind == Criterion::Kind::kNot) {
    std::transform(column.begin(), column.end(), column.begin(), criteria::negate);
  }
  return column;
}

constexpr int kManyChanges = 1000;  // an unknown leaf may need any number

/// The cost of bringing a node to a truth: the number of leaves to change, and how many of them are
/// not quantities. Another kind of project or another owner is harder to change than a figure.
struct Cost {
  int changes = 0;
  int of_kind = 0;

  bool operator<(const Cost& other) const {
    return std::tie(changes, of_kind) < std::tie(other.changes, other.of_kind);
  }
  Cost& operator+=(const Cost& other) {
    changes += other.changes;
    of_kind += other.of_kind;
    return *this;
  }
};

Cost costOf(const EvaluatedTree& tree, const Criterion& node, std::size_t at, bool wanted) {
  if (node.kind == Criterion::Kind::kLeaf) {
    const Truth truth = (*tree.truths)[at];
    if (truth == Truth::kUnknown) return {kManyChanges, 0};
    if ((truth == Truth::kMet) == wanted) return {};
    return {1, criteria::isNumeric(node.comparison.op) ? 0 : 1};
  }
  if (node.kind == Criterion::Kind::kNot) {
    return costOf(tree, node.children.front(), at + 1, !wanted);
  }
  // Every child must change for `all` to hold or `any` to fail; otherwise the cheapest one.
  const bool every = (node.kind == Criterion::Kind::kAll) == wanted;
  Cost total;
  bool first = true;
  forEachChild(node, at, [&](const Criterion& child, std::size_t child_at) {
    const Cost cost = costOf(tree, child, child_at, wanted);
    if (every) {
      total += cost;
    } else if (first || cost < total) {
      total = cost;
    }
    first = false;
  });
  return total;
}

/// True if changing one leaf gives the node the wanted truth, and the company can change that leaf.
bool canStepAt(const EvaluatedTree& tree, const Criterion& node, std::size_t at, bool wanted,
               const facts::Vocabulary& vocabulary) {
  if (costOf(tree, node, at, wanted).changes != 1) return false;
  if (node.kind == Criterion::Kind::kLeaf) {
    return vocabulary.fact(node.comparison.fact).can_be_taken;
  }
  const bool inner = node.kind == Criterion::Kind::kNot ? !wanted : wanted;
  bool can = false;
  forEachChild(node, at, [&](const Criterion& child, std::size_t child_at) {
    can = can || canStepAt(tree, child, child_at, inner, vocabulary);
  });
  return can;
}

void collectUnmetAt(const EvaluatedTree& tree, const Criterion& node, std::size_t at, bool wanted,
                    std::vector<Unmet>& unmet) {
  const Truth truth = (*tree.truths)[at];
  if (truth == Truth::kUnknown || (truth == Truth::kMet) == wanted) return;
  if (node.kind == Criterion::Kind::kLeaf) {
    unmet.push_back({&node, at, &(*tree.nodes)[at], !wanted, {}});
    return;
  }
  if (node.kind == Criterion::Kind::kNot) {
    collectUnmetAt(tree, node.children.front(), at + 1, !wanted, unmet);
    return;
  }
  const bool every = (node.kind == Criterion::Kind::kAll) == wanted;
  const Cost cheapest = costOf(tree, node, at, wanted);
  forEachChild(node, at, [&](const Criterion& child, std::size_t child_at) {
    if (every || !(cheapest < costOf(tree, child, child_at, wanted))) {
      collectUnmetAt(tree, child, child_at, wanted, unmet);
    }
  });
}

}  // namespace

std::optional<Gap> gapOf(const criteria::Comparison& comparison, const Edition::Node& node,
                         const Edition& edition, const facts::Knowledge& knowledge) {
  if (!criteria::isNumeric(comparison.op)) return {};
  const criteria::Symbols symbols = edition.catalogue().symbols();
  const facts::Known& known = knowledge.facts[comparison.fact];
  const facts::FactType type = symbols.vocabulary.fact(comparison.fact).type;
  std::optional<std::int64_t> threshold = node.resolved.threshold;
  if (!threshold) {
    const auto right = criteria::evaluate(comparison.right, symbols, edition.day(), &knowledge);
    if (!right || !*right) return {};
    threshold = criteria::thresholdUnits(comparison.op, **right, type);
  }
  if (!threshold || !known.known) return {};
  using criteria::Operator;
  const bool too_high = comparison.op == Operator::kAtMost || comparison.op == Operator::kLessThan;
  const bool exclusive =
      comparison.op == Operator::kMoreThan || comparison.op == Operator::kLessThan;
  const std::int64_t distance =
      (too_high ? known.number - *threshold : *threshold - known.number) + (exclusive ? 1 : 0);
  if (distance <= 0) return {};
  return Gap{facts::toDecimal(distance, type), too_high};
}

std::vector<Truth> evaluateTree(const Criterion& root, const std::vector<Edition::Node>& nodes,
                                const Edition& edition, const facts::Knowledge& knowledge) {
  std::vector<Truth> truths;
  truths.reserve(nodes.size());
  evaluateNode(root, nodes, edition, knowledge, truths);
  return truths;
}

EvaluatedTree appliesTree(const Outcome& outcome) {
  return {&*outcome.measure().applies_when, &outcome.entry->applies_when, &outcome.applies_when};
}

EvaluatedTree requiresTree(const Outcome& outcome) {
  return {&*outcome.measure().requires_, &outcome.entry->requires_, &outcome.requires_};
}

void collectOpenLeaves(const EvaluatedTree& tree, std::vector<OpenLeaf>& leaves) {
  collectOpenAt(tree, *tree.root, 0, leaves);
}

TruthColumn evaluateCombinations(const EvaluatedTree& tree, const std::vector<TruthColumn>& leaves,
                                 std::size_t& next) {
  return columnAt(tree, *tree.root, 0, leaves, next);
}

bool isOneStepAway(const EvaluatedTree& tree, const facts::Vocabulary& vocabulary) {
  return canStepAt(tree, *tree.root, 0, true, vocabulary);
}

std::vector<Unmet> collectUnmet(const EvaluatedTree& tree, const Edition& edition,
                                const facts::Knowledge& knowledge) {
  std::vector<Unmet> unmet;
  collectUnmetAt(tree, *tree.root, 0, true, unmet);
  for (Unmet& leaf : unmet) {
    if (!leaf.negated) leaf.gap = gapOf(leaf.leaf->comparison, *leaf.node, edition, knowledge);
  }
  return unmet;
}

}  // namespace policycalc::engine

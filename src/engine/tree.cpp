#include "engine/tree.h"

#include <algorithm>
#include <tuple>

namespace policycalc::engine {
namespace {

using criteria::Criterion;
using criteria::Truth;

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
  if (tree.truths[at] != Truth::kUnknown) return;
  if (node.kind == Criterion::Kind::kLeaf) {
    leaves.push_back({&node.comparison, &(*tree.nodes)[at]});
  }
  forEachChild(node, at, [&](const Criterion& child, std::size_t child_at) {
    collectOpenAt(tree, child, child_at, leaves);
  });
}

/// The columns of one call of evaluateCombinations().
struct Combinations {
  const EvaluatedTree& tree;
  const BitColumns& leaves;
  std::size_t& next;

  /// In an unknown `all` the decided children hold, in an unknown `any` they fail: they do not
  /// count.
  void write(const Criterion& node, std::size_t at, std::uint64_t* out, std::uint64_t* scratch) {
    const std::size_t words = leaves.words;
    if (node.kind == Criterion::Kind::kLeaf) {
      std::copy_n(leaves[next++], words, out);
      return;
    }
    bool first = true;
    forEachChild(node, at, [&](const Criterion& child, std::size_t child_at) {
      if (tree.truths[child_at] != Truth::kUnknown) return;
      if (first) {
        write(child, child_at, out, scratch);
        first = false;
        return;
      }
      write(child, child_at, scratch, scratch + words);
      const bool all = node.kind == Criterion::Kind::kAll;
      for (std::size_t i = 0; i < words; ++i) {
        out[i] = all ? out[i] & scratch[i] : out[i] | scratch[i];
      }
    });
    if (node.kind == Criterion::Kind::kNot) {
      std::transform(out, out + words, out, [](std::uint64_t word) { return ~word; });
    }
  }
};

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
    const Truth truth = tree.truths[at];
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
  const Truth truth = tree.truths[at];
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
  const bool on_far_side = too_high ? known.number >= *threshold : known.number <= *threshold;
  if (!on_far_side) return {};
  std::int64_t distance = 0;  // one beyond 64 bits is not told
  if (__builtin_sub_overflow(std::max(known.number, *threshold), std::min(known.number, *threshold),
                             &distance) ||
      __builtin_add_overflow(distance, exclusive ? 1 : 0, &distance) || distance == 0) {
    return {};
  }
  return Gap{facts::toDecimal(distance, type), too_high};
}

EvaluatedTree appliesTree(const Outcome& outcome) {
  return {&*outcome.measure().applies_when, &outcome.entry->applies_when, outcome.applies_when};
}

EvaluatedTree requiresTree(const Outcome& outcome) {
  return {&*outcome.measure().requires_, &outcome.entry->requires_, outcome.requires_};
}

void collectOpenLeaves(const EvaluatedTree& tree, std::vector<OpenLeaf>& leaves) {
  collectOpenAt(tree, *tree.root, 0, leaves);
}

void evaluateCombinations(const EvaluatedTree& tree, const BitColumns& leaves, std::size_t& next,
                          std::uint64_t* out, std::uint64_t* scratch) {
  Combinations{tree, leaves, next}.write(*tree.root, 0, out, scratch);
}

bool isOneStepAway(const EvaluatedTree& tree, const facts::Vocabulary& vocabulary) {
  return canStepAt(tree, *tree.root, 0, true, vocabulary);
}

void collectUnmet(const EvaluatedTree& tree, const Edition& edition,
                  const facts::Knowledge& knowledge, std::vector<Unmet>& unmet) {
  const std::size_t first = unmet.size();
  collectUnmetAt(tree, *tree.root, 0, true, unmet);
  for (std::size_t i = first; i < unmet.size(); ++i) {
    Unmet& leaf = unmet[i];
    if (!leaf.negated) leaf.gap = gapOf(leaf.leaf->comparison, *leaf.node, edition, knowledge);
  }
}

}  // namespace policycalc::engine

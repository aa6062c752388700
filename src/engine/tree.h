#pragma once

#include <vector>

#include "policycalc/criteria/criterion.h"
#include "policycalc/engine/match.h"

namespace policycalc::engine {

/// A criteria tree with its truths on one profile. Nodes are numbered in preorder.
struct EvaluatedTree {
  const criteria::Criterion* root = nullptr;
  const std::vector<Edition::Node>* nodes = nullptr;
  const std::vector<criteria::Truth>* truths = nullptr;
};

/// The two trees of a measure. The measure must have the tree.
EvaluatedTree appliesTree(const Outcome& outcome);
EvaluatedTree requiresTree(const Outcome& outcome);

/// Truth of a whole tree; an absent one holds.
inline criteria::Truth rootOf(const std::vector<criteria::Truth>& truths) {
  return truths.empty() ? criteria::Truth::kMet : truths.front();
}

/// Truth of every node; the first is the root's.
std::vector<criteria::Truth> evaluateTree(const criteria::Criterion& root,
                                          const std::vector<Edition::Node>& nodes,
                                          const Edition& edition,
                                          const facts::Knowledge& knowledge);

/// An unknown leaf. `node` is null for the scope, which is a test on the district.
struct OpenLeaf {
  const criteria::Comparison* comparison = nullptr;
  const Edition::Node* node = nullptr;
};

/// The leaves that keep an unknown tree open, in preorder. Leaves below a decided node do not
/// count.
void collectOpenLeaves(const EvaluatedTree& tree, std::vector<OpenLeaf>& leaves);

/// Truth of a tree for many combinations of answers at once, one byte for each. `leaves` has a
/// column for each leaf of collectOpenLeaves(); those from `next` on belong to this tree.
using TruthColumn = std::vector<criteria::Truth>;
TruthColumn evaluateCombinations(const EvaluatedTree& tree, const std::vector<TruthColumn>& leaves,
                                 std::size_t& next);

/// Whether changing a single leaf would make the tree hold, and the company can still change its
/// fact (Fact::can_be_taken). In a failed `any` one such leaf is enough.
bool isOneStepAway(const EvaluatedTree& tree, const facts::Vocabulary& vocabulary);

/// The failed leaves, on the branches that need the fewest changes.
std::vector<Unmet> collectUnmet(const EvaluatedTree& tree, const Edition& edition,
                                const facts::Knowledge& knowledge);

}  // namespace policycalc::engine

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

/// The two trees of a measure; each only where the measure has it.
EvaluatedTree appliesTree(const Outcome& outcome);
EvaluatedTree requiresTree(const Outcome& outcome);

/// Truth of a whole tree; an absent one holds.
inline criteria::Truth rootOf(const std::vector<criteria::Truth>& truths) {
  return truths.empty() ? criteria::Truth::kMet : truths.front();
}

/// Truth of every node; the root's is the first.
std::vector<criteria::Truth> evaluateTree(const criteria::Criterion& root,
                                          const std::vector<Edition::Node>& nodes,
                                          const Edition& edition,
                                          const facts::Knowledge& knowledge);

/// An unknown leaf. `node` is null for the scope of a measure, which is a test on the district.
struct OpenLeaf {
  const criteria::Comparison* comparison = nullptr;
  const Edition::Node* node = nullptr;
};

/// The leaves that leave an unknown tree open, in preorder. Only they can still decide it: what
/// stands below a decided node is left out.
void collectOpenLeaves(const EvaluatedTree& tree, std::vector<OpenLeaf>& leaves);

/// Truth of a tree in many cases at once, one byte a case. `leaves` holds a column for each leaf of
/// collectOpenLeaves(), of which those from `next` on belong to this tree.
using TruthColumn = std::vector<criteria::Truth>;
TruthColumn evaluateCombinations(const EvaluatedTree& tree, const std::vector<TruthColumn>& leaves,
                                 std::size_t& next);

/// Whether the tree fails by one leaf only, and on a fact that the firm can still bring about
/// (Fact::can_be_taken; of a failed disjunction one such fact will do): rulings R5.
bool isOneStepAway(const EvaluatedTree& tree, const facts::Vocabulary& vocabulary);

/// The leaves that stand in the way, on the branches that need the fewest changes.
std::vector<Unmet> collectUnmet(const EvaluatedTree& tree, const Edition& edition,
                                const facts::Knowledge& knowledge);

}  // namespace policycalc::engine

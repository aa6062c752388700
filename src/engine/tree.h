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

/// Truth of every node; the root's is the first.
std::vector<criteria::Truth> evaluateTree(const criteria::Criterion& root,
                                          const std::vector<Edition::Node>& nodes,
                                          const Edition& edition,
                                          const facts::Knowledge& knowledge);

/// The comparisons that leave an unknown tree open: only they can still decide it.
void collectUnknown(const EvaluatedTree& tree,
                    std::vector<const criteria::Comparison*>& comparisons);

/// How many leaves would have to turn for the tree to hold; at least kManyChanges if that rests on
/// a leaf that is unknown.
int changesNeeded(const EvaluatedTree& tree);
constexpr int kManyChanges = 1000;

/// The leaves that stand in the way, on the branches that need the fewest changes.
std::vector<Unmet> collectUnmet(const EvaluatedTree& tree, const Edition& edition,
                                const facts::Knowledge& knowledge);

}  // namespace policycalc::engine

#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "policycalc/criteria/criterion.h"
#include "policycalc/engine/match.h"

namespace policycalc::engine {

/// A criteria tree with its truths on one profile. Nodes are numbered in preorder.
struct EvaluatedTree {
  const criteria::Criterion* root = nullptr;
  const std::vector<Edition::Node>* nodes = nullptr;
  std::span<const criteria::Truth> truths;
};

/// The two trees of a measure. The measure must have the tree.
EvaluatedTree appliesTree(const Outcome& outcome);
EvaluatedTree requiresTree(const Outcome& outcome);

/// Truth of a whole tree; an absent one holds.
inline criteria::Truth rootOf(std::span<const criteria::Truth> truths) {
  return truths.empty() ? criteria::Truth::kMet : truths.front();
}

/// An unknown leaf. `node` is null for the scope, which is a test on the district.
struct OpenLeaf {
  const criteria::Comparison* comparison = nullptr;
  const Edition::Node* node = nullptr;
};

/// The leaves that keep an unknown tree open, in preorder. Leaves below a decided node do not
/// count.
void collectOpenLeaves(const EvaluatedTree& tree, std::vector<OpenLeaf>& leaves);

/// Yes or no for many combinations of answers: bit i of a column is about combination i. Columns of
/// `words` words lie one after another.
struct BitColumns {
  const std::uint64_t* first = nullptr;
  std::size_t words = 0;

  const std::uint64_t* operator[](std::size_t column) const { return first + column * words; }
};

/// Whether an unknown tree holds for many combinations of answers at once. `leaves` has a column
/// for each leaf of collectOpenLeaves(); those from `next` on belong to this tree. `scratch` has as
/// many words for each level of the tree.
void evaluateCombinations(const EvaluatedTree& tree, const BitColumns& leaves, std::size_t& next,
                          std::uint64_t* out, std::uint64_t* scratch);

/// Whether changing a single leaf would make the tree hold, and the company can still change its
/// fact (Fact::can_be_taken). In a failed `any` one such leaf is enough.
bool isOneStepAway(const EvaluatedTree& tree, const facts::Vocabulary& vocabulary);

/// Adds the failed leaves, on the branches that need the fewest changes.
void collectUnmet(const EvaluatedTree& tree, const Edition& edition,
                  const facts::Knowledge& knowledge, std::vector<Unmet>& unmet);

}  // namespace policycalc::engine

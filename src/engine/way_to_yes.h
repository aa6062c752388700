#pragma once

#include <vector>

#include "policycalc/engine/match.h"

#include "engine/askable.h"
#include "engine/tree.h"

namespace policycalc::engine {

/// Finds what an open measure still needs to become eligible or conditional, if only the askable
/// facts can be answered. Keeps references to its arguments.
class WayToYes {
 public:
  WayToYes(const catalogue::Catalogue& catalogue, const facts::Knowledge& knowledge,
           const Askable& askable)
      : is_(catalogue.vocabulary().known()), knowledge_(knowledge), askable_(askable) {}

  /// Adds the facts on the way that were not answered, with repeats; false if there is no way, and
  /// what was added then means nothing.
  bool addFactsFor(const Outcome& outcome, std::vector<facts::FactIndex>& facts) const;

 private:
  using Facts = std::vector<facts::FactIndex>;

  /// Adds the facts by which the node with the preorder number `at` can get the wanted truth; false
  /// if it cannot.
  bool reach(const EvaluatedTree& tree, const criteria::Criterion& node, std::size_t at,
             criteria::Truth wanted, Facts& facts) const;
  bool reachAll(const EvaluatedTree& tree, const criteria::Criterion& node, std::size_t at,
                criteria::Truth wanted, Facts& facts) const;
  bool reachAny(const EvaluatedTree& tree, const criteria::Criterion& node, std::size_t at,
                criteria::Truth wanted, Facts& facts) const;
  /// Adds the facts whose answers decide the comparison; false if some are missing.
  bool decide(const criteria::Comparison& comparison, Facts& facts) const;
  bool answer(facts::FactIndex fact, Facts& facts) const;
  bool answerAnyOf(const Facts& sources, Facts& facts) const;

  const facts::KnownFacts& is_;
  const facts::Knowledge& knowledge_;
  const Askable& askable_;
};

}  // namespace policycalc::engine

#pragma once

#include <utility>
#include <vector>

#include "policycalc/engine/match.h"

#include "engine/tree.h"

namespace policycalc::engine {

/// Works out what to ask for open measures of one match. Refers to its arguments; the knowledge
/// must be complete before the first question.
class MissingFacts {
 public:
  MissingFacts(const Edition& edition, const facts::Knowledge& knowledge);

  /// The facts that can still decide an undetermined measure, in the vocabulary's order: for each,
  /// two of its answers lead to different verdicts under some answers to the others. Where no
  /// answer can change the verdict any more although Kleene's logic does not see it, all that this
  /// logic still waits for, so that answering always comes to an end.
  std::vector<facts::FactIndex> of(const Outcome& outcome);

 private:
  using Facts = std::vector<facts::FactIndex>;

  std::vector<OpenLeaf> openLeavesOf(const Outcome& outcome) const;
  /// What to ask so that a leaf becomes known: its facts, or what they are derived from.
  void ask(const criteria::Comparison& comparison, Facts& missing);
  void askFor(facts::FactIndex fact, const criteria::Comparison& comparison, Facts& missing);
  /// A question for a derived fact decides if that fact does. The type of the company bears on
  /// several facts at once, so it counts for itself.
  facts::FactIndex decidingFact(facts::FactIndex asked, facts::FactIndex tested) const;
  const Facts& questionsForSize(facts::OptionSet accepted);

  const Edition& edition_;
  const facts::Knowledge& knowledge_;
  const facts::KnownFacts& is_;
  criteria::Comparison in_scope_;                                   ///< the scope `registered`
  std::vector<std::pair<facts::OptionSet, Facts>> size_questions_;  ///< worked out before
};

/// The questions of a match: each fact that some open measure misses. The topic whose facts decide
/// most measures comes first, and within a topic the fact that decides most.
std::vector<Question> rankQuestions(const std::vector<Outcome>& outcomes,
                                    const facts::Vocabulary& vocabulary);

}  // namespace policycalc::engine

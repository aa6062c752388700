#pragma once

#include <utility>
#include <vector>

#include "policycalc/engine/match.h"

#include "engine/missing_memory.h"
#include "engine/possible_answers.h"
#include "engine/tree.h"

namespace policycalc::engine {

/// Finds the facts to ask for the open measures of one match after another. Keeps a reference to
/// the edition.
class MissingFacts {
 public:
  explicit MissingFacts(const Edition& edition);

  /// Starts a match. Keeps a reference to the knowledge, which must be complete.
  void begin(const facts::Knowledge& knowledge);

  /// Adds the facts that can still decide an undetermined measure, in the vocabulary's order: for
  /// each, some assignment of the others makes its answer decisive. Kleene's logic may leave a
  /// measure open although no answer can change the verdict; then returns all facts of its open
  /// leaves, so that answering them always settles the measure. facts::questionsForSize() does the
  /// same for the size of a company, which is derived from several facts.
  void add(const Outcome& outcome, std::vector<facts::FactIndex>& out);

 private:
  using Facts = std::vector<facts::FactIndex>;

  /// Sets `missing_`.
  void find(const Outcome& outcome);
  void collectLeaves(const Outcome& outcome);
  /// Reduces `missing_` to the facts that are decisive together.
  void search(const Outcome& outcome);
  /// Adds what to ask so that a leaf becomes known: its facts, or those from which they are
  /// derived.
  void ask(const OpenLeaf& leaf, Facts& missing);
  void askFor(facts::FactIndex fact, const criteria::Comparison& comparison, Facts& missing);
  /// The tested fact that must be decisive for a question to be asked: a derived fact for the facts
  /// behind it. The type of the company affects several facts, so it counts for itself.
  facts::FactIndex decidingFact(facts::FactIndex asked, facts::FactIndex tested) const;
  const Facts& questionsForSize(facts::OptionSet accepted);

  const Edition& edition_;
  const facts::Knowledge* knowledge_ = nullptr;
  const facts::KnownFacts& is_;
  criteria::Comparison in_scope_;                                   ///< the scope `registered`
  std::vector<std::pair<facts::OptionSet, Facts>> size_questions_;  ///< already computed
  std::vector<OpenLeaf> leaves_;                                    ///< of the measure
  Facts missing_;
  Facts asked_;
  Facts exact_;
  PossibleAnswers answers_;
  MissingMemory memory_;
};

/// Sets the questions of a match: each fact that some open measure misses. The topic whose facts
/// decide most measures comes first, and within a topic the fact that decides most.
void rankQuestions(const std::vector<Outcome>& outcomes, const facts::Vocabulary& vocabulary,
                   std::vector<Question>& questions);

}  // namespace policycalc::engine

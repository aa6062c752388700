#pragma once

#include <cstdint>
#include <vector>

#include "policycalc/engine/match.h"

#include "engine/tree.h"

namespace policycalc::engine {

/// All ways in which the facts behind the open leaves of one measure can still be answered, as far
/// as those leaves tell the answers apart: the variables are the facts that the leaves test, the
/// cases all combinations of their classes of answers. Size and owner follow the type of the
/// company where that is open too; a size and its industry or figures, tested side by side, count
/// as independent, which can only name a fact too many. Leaves must outlive it.
class PossibleAnswers {
 public:
  PossibleAnswers(const std::vector<OpenLeaf>& leaves, const Edition& edition,
                  const facts::Knowledge& knowledge);

  /// False where the cases are too many, or two quantities are compared with each other and with
  /// something else: then nothing is worked out.
  bool areCounted() const { return counted_; }

  /// The tested facts of which two answers lead to different verdicts in some case.
  std::vector<facts::FactIndex> decisiveFacts(const Outcome& outcome) const;

 private:
  /// What one class of answers means for the leaves: bit i, that leaf i holds. The highest bits say
  /// what a type of entity decides of size and owner.
  using Class = std::uint64_t;

  struct Variable {
    std::vector<facts::FactIndex> facts;
    std::vector<std::size_t> leaves;
    std::vector<Class> classes;
  };

  void addLeaf(std::size_t leaf);
  bool addFreeLeaf(std::size_t leaf);
  Variable& variableOf(facts::FactIndex fact);
  void addEntityType();
  void addClasses(Variable& variable);
  void addOptionClasses(Variable& variable);
  void addListClasses(Variable& variable);
  void addNumberClasses(Variable& variable);
  static void addClass(Variable& variable, Class one);
  Class consequencesOf(const facts::EntityType& type);

  bool tests(facts::FactIndex fact) const;
  TruthColumn columnOf(std::size_t variable, Class mask, Class wanted) const;
  std::vector<TruthColumn> leafColumns() const;
  void overrule(std::size_t entity_type, std::vector<TruthColumn>& columns) const;
  static void fix(TruthColumn& column, const TruthColumn& where, criteria::Truth truth);

  const std::vector<OpenLeaf>& leaves_;
  const facts::Vocabulary& vocabulary_;
  const facts::SizeStandard& standard_;
  const facts::Knowledge& knowledge_;
  std::vector<Variable> variables_;
  std::vector<facts::OptionSet> owners_;  ///< that types of entity decide
  std::size_t combinations_ = 1;
  bool counted_ = true;
};

}  // namespace policycalc::engine

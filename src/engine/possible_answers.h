#pragma once

#include <cstdint>
#include <vector>

#include "policycalc/engine/match.h"

#include "engine/tree.h"

namespace policycalc::engine {

/// All combinations of answers to the facts behind the open leaves of a measure, as far as the
/// leaves distinguish them. A variable is a tested fact; its classes group the answers that every
/// leaf treats alike. If the type of the company is open too, size and owner follow it. A size and
/// its industry or figures count as independent, which can only ask for a fact too many. The leaves
/// must outlive it.
class PossibleAnswers {
 public:
  PossibleAnswers(const std::vector<OpenLeaf>& leaves, const Edition& edition,
                  const facts::Knowledge& knowledge);

  /// False if there are too many combinations, or if two quantities are compared with each other
  /// and with something else. Then decisiveFacts() must not be called.
  bool areCounted() const { return counted_; }

  /// The tested facts that change the verdict in some combination.
  std::vector<facts::FactIndex> decisiveFacts(const Outcome& outcome) const;

 private:
  /// A class of answers: bit i says that leaf i holds. The highest bits say what a type of entity
  /// decides about size and owner.
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
  std::vector<facts::OptionSet> owners_;  ///< the owners that types decide
  std::size_t combinations_ = 1;
  bool counted_ = true;
};

}  // namespace policycalc::engine

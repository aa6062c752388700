#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "policycalc/engine/match.h"

#include "engine/tree.h"

namespace policycalc::engine {

/// All combinations of answers to the facts behind the open leaves of a measure, as far as the
/// leaves distinguish them. A variable is a tested fact; its classes group the answers that every
/// leaf treats alike. If the type of the company is open too, size and owner follow it. A size and
/// its industry or figures count as independent, which can only ask for a fact too many. For one
/// measure after another; keeps its memory.
class PossibleAnswers {
 public:
  explicit PossibleAnswers(const Edition& edition);

  /// Starts with the open leaves of a measure. They and the knowledge must outlive the next calls.
  /// Returns false if there are too many combinations, or if two quantities are compared with each
  /// other and with something else. Then decisiveFacts() must not be called.
  bool count(const std::vector<OpenLeaf>& leaves, const facts::Knowledge& knowledge);

  /// The tested facts that change the verdict in some combination.
  const std::vector<facts::FactIndex>& decisiveFacts(const Outcome& outcome);

 private:
  /// A class of answers: bit i says that leaf i holds. The highest bits say what a type of entity
  /// decides about size and owner.
  using Class = std::uint64_t;
  using Word = std::uint64_t;

  struct Variable {
    std::vector<facts::FactIndex> facts;
    std::vector<std::size_t> leaves;
    std::vector<Class> classes;

    bool has(facts::FactIndex fact) const;
  };

  std::span<Variable> variables() { return {variables_.data(), used_}; }
  Variable& addVariable(facts::FactIndex fact);
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
  /// The combinations in which the masked bits of the variable's class are the wanted ones. The
  /// first variable changes fastest.
  void writeColumn(std::size_t variable, Class mask, Class wanted, Word* out);
  void writeLeaves();
  /// Applies the type of the company: no size for bodies without one, and the owner that it
  /// decides.
  void overrule(std::size_t entity_type);
  void writeVerdicts(const Outcome& outcome);
  bool decides(const Word* plane, std::size_t stride, std::size_t classes) const;
  Word* column(std::size_t index) { return columns_.data() + index * words_; }

  const facts::Vocabulary& vocabulary_;
  const facts::SizeStandard& standard_;
  const std::vector<OpenLeaf>* leaves_ = nullptr;
  const facts::Knowledge* knowledge_ = nullptr;
  std::vector<Variable> variables_;  ///< of which the first `used_` count
  std::size_t used_ = 0;
  std::vector<facts::OptionSet> owners_;  ///< the owners that types decide
  std::size_t combinations_ = 1;
  std::size_t words_ = 1;  ///< of a column
  /// One for each leaf, then three for what is made of them, then those of the tree.
  std::vector<Word> columns_;
  std::vector<facts::FactIndex> decisive_;
  bool counted_ = true;
};

}  // namespace policycalc::engine

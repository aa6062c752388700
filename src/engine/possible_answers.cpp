#include "engine/possible_answers.h"

#include <algorithm>

namespace policycalc::engine {
namespace {

using criteria::Operator;
using criteria::Truth;
using facts::FactIndex;
using facts::OptionSet;

constexpr std::size_t kMostCombinations = 4096;
constexpr std::size_t kMostLeaves = 56;
constexpr std::size_t kMostListParts = 8;
/// A class of the company's type also says what the type decides: that there is no size, and the
/// number of the owner, counted from 1.
constexpr std::uint64_t kHasNoSize = std::uint64_t{1} << 63U;
constexpr unsigned kOwnerAt = 56;
constexpr std::uint64_t kOwner = std::uint64_t{0x7F} << kOwnerAt;

std::uint64_t bit(std::size_t leaf) {
  return std::uint64_t{1} << leaf;
}

/// True if the right side depends on the profile, so that there is no threshold.
bool isFree(const OpenLeaf& leaf) {
  return criteria::isNumeric(leaf.comparison->op) && !leaf.node->resolved.threshold;
}

Truth truthOf(bool met) {
  return met ? Truth::kMet : Truth::kNotMet;
}

/// True if in some block of combinations two neighbouring classes of the variable with this stride
/// give different verdicts.
bool differs(const std::vector<std::uint8_t>& verdicts, std::size_t stride, std::size_t block) {
  for (std::size_t begin = 0; begin < verdicts.size(); begin += block) {
    const std::uint8_t* at = verdicts.data() + begin;
    if (!std::equal(at + stride, at + block, at)) return true;
  }
  return false;
}

}  // namespace

PossibleAnswers::PossibleAnswers(const std::vector<OpenLeaf>& leaves, const Edition& edition,
                                 const facts::Knowledge& knowledge)
    : leaves_(leaves),
      vocabulary_(edition.catalogue().vocabulary()),
      standard_(edition.catalogue().sizeStandard()),
      knowledge_(knowledge) {
  counted_ = leaves.size() <= kMostLeaves;
  variables_.reserve(leaves.size() + 1);
  for (std::size_t i = 0; i < leaves.size() && counted_; ++i) addLeaf(i);
  if (counted_) addEntityType();
  for (Variable& variable : variables_) {
    if (counted_ && variable.classes.empty()) addClasses(variable);
    combinations_ *= variable.classes.size();
    counted_ = counted_ && combinations_ != 0 && combinations_ <= kMostCombinations;
  }
}

void PossibleAnswers::addLeaf(std::size_t leaf) {
  if (isFree(leaves_[leaf])) {
    counted_ = addFreeLeaf(leaf);
  } else {
    Variable& variable = variableOf(leaves_[leaf].comparison->fact);
    counted_ = variable.classes.empty();  // a free leaf must not share the variable
    variable.leaves.push_back(leaf);
  }
}

/// Two quantities that are only compared with each other act as one yes-or-no variable.
bool PossibleAnswers::addFreeLeaf(std::size_t leaf) {
  const criteria::Comparison& comparison = *leaves_[leaf].comparison;
  Variable variable{{comparison.fact}, {leaf}, {0, bit(leaf)}};
  comparison.right.forEachFact([&](FactIndex fact) { variable.facts.push_back(fact); });
  for (const Variable& other : variables_) {
    for (const FactIndex fact : other.facts) {
      if (std::count(variable.facts.begin(), variable.facts.end(), fact) != 0) return false;
    }
  }
  variables_.push_back(std::move(variable));
  return true;
}

PossibleAnswers::Variable& PossibleAnswers::variableOf(FactIndex fact) {
  for (Variable& variable : variables_) {
    if (std::count(variable.facts.begin(), variable.facts.end(), fact) != 0) return variable;
  }
  variables_.push_back({{fact}, {}, {}});
  return variables_.back();
}

bool PossibleAnswers::tests(FactIndex fact) const {
  return std::any_of(leaves_.begin(), leaves_.end(),
                     [&](const OpenLeaf& leaf) { return leaf.comparison->fact == fact; });
}

/// The type of the company decides whether it has a size, and its owner.
void PossibleAnswers::addEntityType() {
  const facts::KnownFacts& is = vocabulary_.known();
  if (knowledge_.facts[is.entity_type].known) return;
  if (tests(is.enterprise_size) || tests(is.ownership)) variableOf(is.entity_type);
}

void PossibleAnswers::addClass(Variable& variable, Class one) {
  if (std::find(variable.classes.begin(), variable.classes.end(), one) == variable.classes.end()) {
    variable.classes.push_back(one);
  }
}

void PossibleAnswers::addClasses(Variable& variable) {
  const facts::FactType type = vocabulary_.fact(variable.facts.front()).type;
  if (facts::isNumeric(type)) {
    addNumberClasses(variable);
  } else if (type == facts::FactType::kChoices) {
    addListClasses(variable);
  } else {
    addOptionClasses(variable);
  }
}

void PossibleAnswers::addOptionClasses(Variable& variable) {
  const facts::KnownFacts& is = vocabulary_.known();
  const FactIndex fact = variable.facts.front();
  for (const std::size_t option : knowledge_.facts[fact].options) {
    Class one = 0;
    for (const std::size_t leaf : variable.leaves) {
      if (leaves_[leaf].comparison->options.has(option)) one |= bit(leaf);
    }
    if (fact == is.entity_type) one |= consequencesOf(standard_.entityTypes().of(option));
    addClass(variable, one);
  }
}

PossibleAnswers::Class PossibleAnswers::consequencesOf(const facts::EntityType& type) {
  const facts::KnownFacts& is = vocabulary_.known();
  Class one = 0;
  const bool no_size = type.sizing == facts::EntityType::Sizing::kNone;
  if (no_size && tests(is.enterprise_size)) one |= kHasNoSize;
  if (type.ownership && tests(is.ownership)) {
    const auto at = std::find(owners_.begin(), owners_.end(), *type.ownership);
    const auto index = static_cast<Class>(at - owners_.begin());
    if (at == owners_.end()) owners_.push_back(*type.ownership);
    one |= (index + 1) << kOwnerAt;
  }
  return one;
}

/// A list can hold any part of the options that leaves name. Options that the same leaves name are
/// equivalent, unless a leaf asks for all of them.
void PossibleAnswers::addListClasses(Variable& variable) {
  std::vector<std::size_t> parts;
  std::vector<Class> named;
  const OptionSet all = vocabulary_.fact(variable.facts.front()).allOptions();
  for (const std::size_t option : all) {
    Class by = 0;
    bool alone = false;
    for (const std::size_t leaf : variable.leaves) {
      if (!leaves_[leaf].comparison->options.has(option)) continue;
      by |= bit(leaf);
      alone = alone || leaves_[leaf].comparison->op == Operator::kHasAll;
    }
    if (by == 0 || (!alone && std::count(named.begin(), named.end(), by) != 0)) continue;
    parts.push_back(option);
    named.push_back(by);
  }
  counted_ = parts.size() <= kMostListParts;
  for (std::size_t held = 0; counted_ && held < std::size_t{1} << parts.size(); ++held) {
    OptionSet options;
    for (std::size_t i = 0; i < parts.size(); ++i) {
      if ((held >> i & 1U) != 0) options.add(parts[i]);
    }
    Class one = 0;
    for (const std::size_t leaf : variable.leaves) {
      const criteria::Comparison& test = *leaves_[leaf].comparison;
      const bool all_asked = test.op == Operator::kHasAll;
      if (all_asked ? options.hasAll(test.options) : options.hasAny(test.options)) one |= bit(leaf);
    }
    addClass(variable, one);
  }
}

void PossibleAnswers::addNumberClasses(Variable& variable) {
  std::vector<std::int64_t> values{0};
  for (const std::size_t leaf : variable.leaves) {
    const std::int64_t threshold = *leaves_[leaf].node->resolved.threshold;
    for (const std::int64_t value : {threshold - 1, threshold, threshold + 1}) {
      if (value > 0) values.push_back(value);
    }
  }
  for (const std::int64_t value : values) {
    Class one = 0;
    for (const std::size_t leaf : variable.leaves) {
      const std::int64_t threshold = *leaves_[leaf].node->resolved.threshold;
      if (criteria::holds(leaves_[leaf].comparison->op, value, threshold)) one |= bit(leaf);
    }
    addClass(variable, one);
  }
}

/// For each combination, whether the masked bits of the variable's class are the wanted ones. The
/// first variable changes fastest.
TruthColumn PossibleAnswers::columnOf(std::size_t variable, Class mask, Class wanted) const {
  std::size_t stride = 1;
  for (std::size_t i = 0; i < variable; ++i) stride *= variables_[i].classes.size();
  TruthColumn column(combinations_);
  auto end = column.begin();
  for (const Class one : variables_[variable].classes) {
    end = std::fill_n(end, stride, truthOf((one & mask) == wanted));
  }
  // The rest repeats the first block.
  while (end != column.end()) {
    const auto done = end - column.begin();
    end = std::copy_n(column.begin(), std::min(done, column.end() - end), end);
  }
  return column;
}

std::vector<TruthColumn> PossibleAnswers::leafColumns() const {
  std::vector<TruthColumn> columns(leaves_.size());
  for (std::size_t i = 0; i < variables_.size(); ++i) {
    for (const std::size_t leaf : variables_[i].leaves)
      columns[leaf] = columnOf(i, bit(leaf), bit(leaf));
  }
  for (std::size_t i = 0; i < variables_.size(); ++i) {
    if (variables_[i].facts.front() == vocabulary_.known().entity_type) overrule(i, columns);
  }
  return columns;
}

void PossibleAnswers::fix(TruthColumn& column, const TruthColumn& where, Truth truth) {
  for (std::size_t at = 0; at < column.size(); ++at) {
    if (where[at] == Truth::kMet) column[at] = truth;
  }
}

/// Applies the type of the company: no size for bodies without one, and the owner that it decides.
void PossibleAnswers::overrule(std::size_t entity_type, std::vector<TruthColumn>& columns) const {
  const facts::KnownFacts& is = vocabulary_.known();
  for (std::size_t leaf = 0; leaf < leaves_.size(); ++leaf) {
    const criteria::Comparison& test = *leaves_[leaf].comparison;
    if (test.fact == is.enterprise_size) {
      fix(columns[leaf], columnOf(entity_type, kHasNoSize, kHasNoSize), Truth::kNotMet);
    }
    if (test.fact != is.ownership) continue;
    for (std::size_t owner = 0; owner < owners_.size(); ++owner) {
      const Class wanted = static_cast<Class>(owner + 1) << kOwnerAt;
      fix(columns[leaf], columnOf(entity_type, kOwner, wanted),
          truthOf(test.options.hasAny(owners_[owner])));
    }
  }
}

std::vector<FactIndex> PossibleAnswers::decisiveFacts(const Outcome& outcome) const {
  const std::vector<TruthColumn> leaves = leafColumns();
  TruthColumn concerns(combinations_, Truth::kMet);
  TruthColumn meets(combinations_, Truth::kMet);
  std::size_t next = 0;
  if (outcome.in_scope == Truth::kUnknown) concerns = leaves[next++];
  if (rootOf(outcome.applies_when) == Truth::kUnknown) {
    const TruthColumn applies = evaluateCombinations(appliesTree(outcome), leaves, next);
    std::transform(concerns.begin(), concerns.end(), applies.begin(), concerns.begin(),
                   criteria::both);
  }
  if (rootOf(outcome.requires_) == Truth::kUnknown) {
    meets = evaluateCombinations(requiresTree(outcome), leaves, next);
  }
  // 0 not_applicable, 1 not_eligible, 2 eligible or conditional.
  std::vector<std::uint8_t> verdicts(combinations_);
  std::transform(concerns.begin(), concerns.end(), meets.begin(), verdicts.begin(),
                 [](Truth concerned, Truth met) -> std::uint8_t {
                   return concerned == Truth::kNotMet ? 0 : met == Truth::kNotMet ? 1 : 2;
                 });
  std::vector<FactIndex> decisive;
  std::size_t stride = 1;
  for (const Variable& variable : variables_) {
    const std::size_t block = stride * variable.classes.size();
    if (differs(verdicts, stride, block)) {
      decisive.insert(decisive.end(), variable.facts.begin(), variable.facts.end());
    }
    stride = block;
  }
  return decisive;
}

}  // namespace policycalc::engine

#include "engine/completions.h"

#include <algorithm>

namespace policycalc::engine {
namespace {

using criteria::Operator;
using criteria::Truth;
using facts::FactIndex;
using facts::OptionSet;

constexpr std::size_t kMostCases = 4096;
constexpr std::size_t kMostLeaves = 62;
constexpr std::size_t kMostListParts = 8;
/// Classes of the company's type say too what follows from it.
constexpr std::uint64_t kHasNoSize = std::uint64_t{1} << 62U;
constexpr std::uint64_t kIsPrivate = std::uint64_t{1} << 63U;

std::uint64_t bit(std::size_t leaf) {
  return std::uint64_t{1} << leaf;
}

/// True if the right side depends on the profile, so that no threshold is known.
bool isFree(const OpenLeaf& leaf) {
  return criteria::isNumeric(leaf.comparison->op) && !leaf.node->resolved.threshold;
}

Truth truthOf(bool met) {
  return met ? Truth::kMet : Truth::kNotMet;
}

}  // namespace

Completions::Completions(const std::vector<OpenLeaf>& leaves, const Edition& edition,
                         const facts::Knowledge& knowledge)
    : leaves_(leaves),
      vocabulary_(edition.catalogue().vocabulary()),
      standard_(edition.catalogue().sizeStandard()),
      knowledge_(knowledge) {
  counted_ = leaves.size() <= kMostLeaves;
  for (std::size_t i = 0; i < leaves.size() && counted_; ++i) addLeaf(i);
  if (counted_) addEntityType();
  for (Variable& variable : variables_) {
    if (counted_ && variable.classes.empty()) addClasses(variable);
    cases_ *= variable.classes.size();
    counted_ = counted_ && cases_ != 0 && cases_ <= kMostCases;
  }
}

void Completions::addLeaf(std::size_t leaf) {
  if (isFree(leaves_[leaf])) {
    counted_ = addFreeLeaf(leaf);
  } else {
    Variable& variable = variableOf(leaves_[leaf].comparison->fact);
    counted_ = variable.classes.empty();  // not one of a free leaf's
    variable.leaves.push_back(leaf);
  }
}

/// Two quantities that are compared with each other only are as good as a yes or a no.
bool Completions::addFreeLeaf(std::size_t leaf) {
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

Completions::Variable& Completions::variableOf(FactIndex fact) {
  for (Variable& variable : variables_) {
    if (std::count(variable.facts.begin(), variable.facts.end(), fact) != 0) return variable;
  }
  variables_.push_back({{fact}, {}, {}});
  return variables_.back();
}

/// The type of the company decides whether it has a size and who owns it.
void Completions::addEntityType() {
  const facts::KnownFacts& is = vocabulary_.known();
  if (knowledge_.facts[is.entity_type].known) return;
  const bool matters = std::any_of(leaves_.begin(), leaves_.end(), [&](const OpenLeaf& leaf) {
    return leaf.comparison->fact == is.enterprise_size || leaf.comparison->fact == is.ownership;
  });
  if (matters) variableOf(is.entity_type);
}

void Completions::addClass(Variable& variable, Class one) {
  if (std::find(variable.classes.begin(), variable.classes.end(), one) == variable.classes.end()) {
    variable.classes.push_back(one);
  }
}

void Completions::addClasses(Variable& variable) {
  const facts::FactType type = vocabulary_.fact(variable.facts.front()).type;
  if (facts::isNumeric(type)) {
    addNumberClasses(variable);
  } else if (type == facts::FactType::kChoices) {
    addListClasses(variable);
  } else {
    addOptionClasses(variable);
  }
}

void Completions::addOptionClasses(Variable& variable) {
  const FactIndex fact = variable.facts.front();
  const bool is_type = fact == vocabulary_.known().entity_type;
  for (OptionSet rest = knowledge_.facts[fact].options; rest != 0; rest &= rest - 1) {
    const OptionSet option = rest & ~(rest - 1);
    Class one = 0;
    for (const std::size_t leaf : variable.leaves) {
      if ((leaves_[leaf].comparison->options & option) != 0) one |= bit(leaf);
    }
    if (is_type && (standard_.noSizeEntityTypes() & option) != 0) one |= kHasNoSize;
    if (is_type && (standard_.privateEntityTypes() & option) != 0) one |= kIsPrivate;
    addClass(variable, one);
  }
}

/// Any part of the options that leaves name may be held; options that the same leaves name stand
/// for each other, except where all of them are asked for.
void Completions::addListClasses(Variable& variable) {
  std::vector<OptionSet> parts;
  std::vector<Class> named;
  const OptionSet all = vocabulary_.fact(variable.facts.front()).allOptions();
  for (OptionSet rest = all; rest != 0; rest &= rest - 1) {
    const OptionSet option = rest & ~(rest - 1);
    Class by = 0;
    bool alone = false;
    for (const std::size_t leaf : variable.leaves) {
      if ((leaves_[leaf].comparison->options & option) == 0) continue;
      by |= bit(leaf);
      alone = alone || leaves_[leaf].comparison->op == Operator::kHasAll;
    }
    if (by == 0 || (!alone && std::count(named.begin(), named.end(), by) != 0)) continue;
    parts.push_back(option);
    named.push_back(by);
  }
  counted_ = parts.size() <= kMostListParts;
  for (std::size_t held = 0; counted_ && held < std::size_t{1} << parts.size(); ++held) {
    OptionSet options = 0;
    for (std::size_t i = 0; i < parts.size(); ++i) {
      if ((held >> i & 1U) != 0) options |= parts[i];
    }
    Class one = 0;
    for (const std::size_t leaf : variable.leaves) {
      const criteria::Comparison& test = *leaves_[leaf].comparison;
      const OptionSet common = options & test.options;
      if (test.op == Operator::kHasAll ? common == test.options : common != 0) one |= bit(leaf);
    }
    addClass(variable, one);
  }
}

void Completions::addNumberClasses(Variable& variable) {
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

/// The variable's class in each case; the first variable changes fastest.
std::vector<Completions::Class> Completions::casesOf(std::size_t variable) const {
  std::size_t stride = 1;
  for (std::size_t i = 0; i < variable; ++i) stride *= variables_[i].classes.size();
  std::vector<Class> column;
  column.reserve(cases_);
  while (column.size() < cases_) {
    for (const Class one : variables_[variable].classes) {
      column.insert(column.end(), stride, one);
    }
  }
  return column;
}

std::vector<TruthColumn> Completions::leafColumns() const {
  const facts::KnownFacts& is = vocabulary_.known();
  std::vector<TruthColumn> columns(leaves_.size(), TruthColumn(cases_));
  std::vector<Class> types;
  for (std::size_t i = 0; i < variables_.size(); ++i) {
    const std::vector<Class> classes = casesOf(i);
    for (const std::size_t leaf : variables_[i].leaves) {
      std::transform(classes.begin(), classes.end(), columns[leaf].begin(),
                     [&](Class one) { return truthOf((one & bit(leaf)) != 0); });
    }
    if (variables_[i].facts.front() == is.entity_type) types = classes;
  }
  for (std::size_t leaf = 0; leaf < leaves_.size() && !types.empty(); ++leaf) {
    const criteria::Comparison& test = *leaves_[leaf].comparison;
    if (test.fact != is.enterprise_size && test.fact != is.ownership) continue;
    const bool size = test.fact == is.enterprise_size;
    const Class flag = size ? kHasNoSize : kIsPrivate;
    const Truth truth = truthOf(!size && (test.options & standard_.privateOwnership()) != 0);
    for (std::size_t at = 0; at < cases_; ++at) {
      if ((types[at] & flag) != 0) columns[leaf][at] = truth;
    }
  }
  return columns;
}

std::vector<FactIndex> Completions::decisiveFacts(const Outcome& outcome) const {
  const std::vector<TruthColumn> leaves = leafColumns();
  TruthColumn concerns(cases_, Truth::kMet);
  TruthColumn meets(cases_, Truth::kMet);
  std::size_t next = 0;
  if (outcome.scope == Truth::kUnknown) concerns = leaves[next++];
  if (rootOf(outcome.applies_when) == Truth::kUnknown) {
    const TruthColumn applies = evaluateInCases(appliesTree(outcome), leaves, next);
    std::transform(concerns.begin(), concerns.end(), applies.begin(), concerns.begin(),
                   criteria::both);
  }
  if (rootOf(outcome.requires_) == Truth::kUnknown) {
    meets = evaluateInCases(requiresTree(outcome), leaves, next);
  }
  // not_applicable, not_eligible or one of the positive verdicts, in one number each.
  std::vector<int> verdicts(cases_);
  std::transform(concerns.begin(), concerns.end(), meets.begin(), verdicts.begin(),
                 [](Truth concerned, Truth met) {
                   return concerned == Truth::kNotMet ? 0 : met == Truth::kNotMet ? 1 : 2;
                 });
  std::vector<FactIndex> decisive;
  std::size_t stride = 1;
  for (const Variable& variable : variables_) {
    const std::size_t block = stride * variable.classes.size();
    bool differs = false;
    for (std::size_t at = 0; at < cases_ && !differs; ++at) {
      const bool last_class = at % block >= block - stride;
      differs = !last_class && verdicts[at] != verdicts[at + stride];
    }
    if (differs) decisive.insert(decisive.end(), variable.facts.begin(), variable.facts.end());
    stride = block;
  }
  return decisive;
}

}  // namespace policycalc::engine

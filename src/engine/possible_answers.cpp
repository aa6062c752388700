#include "engine/possible_answers.h"

#include <algorithm>
#include <limits>

namespace policycalc::engine {
namespace {

using criteria::Operator;
using criteria::Truth;
using facts::FactIndex;
using facts::OptionSet;

constexpr std::size_t kMostCombinations = 4096;
constexpr std::size_t kMostLeaves = 56;
constexpr std::size_t kMostListParts = 8;
constexpr std::size_t kWordBits = 64;
/// Columns besides those of the leaves: two planes, a tree, and one for each level of a tree, which
/// the depth limit of the JSON reader bounds.
constexpr std::size_t kOtherColumns = 3 + 64;
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

/// Sets the bits from `first` on.
void setBits(std::uint64_t* words, std::size_t first, std::size_t count) {
  while (count > 0) {
    const std::size_t start = first % kWordBits;
    const std::size_t here = std::min(count, kWordBits - start);
    const std::uint64_t ones = here == kWordBits ? ~std::uint64_t{0} : bit(here) - 1;
    words[first / kWordBits] |= ones << start;
    first += here;
    count -= here;
  }
}

/// The 64 bits from `first` on; bits beyond the words are clear.
std::uint64_t bitsFrom(const std::uint64_t* words, std::size_t count, std::size_t first) {
  const std::size_t at = first / kWordBits;
  const std::size_t start = first % kWordBits;
  if (at >= count) return 0;
  const std::uint64_t low = words[at] >> start;
  if (start == 0 || at + 1 >= count) return low;
  return low | words[at + 1] << (kWordBits - start);
}

/// Fills the words with repetitions of their first `block` bits; the others must be clear.
void repeat(std::uint64_t* words, std::size_t count, std::size_t block) {
  if (block < kWordBits) {
    __extension__ typedef unsigned __int128 Pattern;
    Pattern pattern = words[0];
    for (std::size_t length = block; length < 2 * kWordBits; length *= 2) {
      pattern |= pattern << length;
    }
    for (std::size_t i = 0; i < count; ++i) {
      words[i] = static_cast<std::uint64_t>(pattern >> (i * kWordBits % block));
    }
    return;
  }
  for (std::size_t i = block / kWordBits; i < count; ++i) {
    const std::size_t at = i * kWordBits;
    words[i] |= at < block ? words[0] << (block - at) : bitsFrom(words, count, at - block);
  }
}

}  // namespace

bool PossibleAnswers::Variable::has(FactIndex fact) const {
  return std::find(facts.begin(), facts.end(), fact) != facts.end();
}

PossibleAnswers::PossibleAnswers(const Edition& edition)
    : vocabulary_(edition.catalogue().vocabulary()), standard_(edition.catalogue().sizeStandard()) {
  // References to variables stay good while others are added.
  variables_.reserve(kMostLeaves + 1);
}

bool PossibleAnswers::count(const std::vector<OpenLeaf>& leaves,
                            const facts::Knowledge& knowledge) {
  leaves_ = &leaves;
  knowledge_ = &knowledge;
  used_ = 0;
  owners_.clear();
  combinations_ = 1;
  counted_ = leaves.size() <= kMostLeaves;
  for (std::size_t i = 0; i < leaves.size() && counted_; ++i) addLeaf(i);
  if (counted_) addEntityType();
  for (Variable& variable : variables()) {
    if (counted_ && variable.classes.empty()) addClasses(variable);
    combinations_ *= variable.classes.size();
    counted_ = counted_ && combinations_ != 0 && combinations_ <= kMostCombinations;
  }
  return counted_;
}

PossibleAnswers::Variable& PossibleAnswers::addVariable(FactIndex fact) {
  if (used_ == variables_.size()) variables_.emplace_back();
  Variable& variable = variables_[used_++];
  variable.facts.assign(1, fact);
  variable.leaves.clear();
  variable.classes.clear();
  return variable;
}

void PossibleAnswers::addLeaf(std::size_t leaf) {
  if (isFree((*leaves_)[leaf])) {
    counted_ = addFreeLeaf(leaf);
  } else {
    Variable& variable = variableOf((*leaves_)[leaf].comparison->fact);
    counted_ = variable.classes.empty();  // a free leaf must not share the variable
    variable.leaves.push_back(leaf);
  }
}

/// Two quantities that are only compared with each other act as one yes-or-no variable.
bool PossibleAnswers::addFreeLeaf(std::size_t leaf) {
  const criteria::Comparison& comparison = *(*leaves_)[leaf].comparison;
  bool shared = false;
  const auto look = [&](FactIndex fact) {
    for (const Variable& other : variables()) shared = shared || other.has(fact);
  };
  look(comparison.fact);
  comparison.right.forEachFact(look);
  if (shared) return false;
  Variable& variable = addVariable(comparison.fact);
  comparison.right.forEachFact([&](FactIndex fact) { variable.facts.push_back(fact); });
  variable.leaves.push_back(leaf);
  variable.classes = {0, bit(leaf)};
  return true;
}

PossibleAnswers::Variable& PossibleAnswers::variableOf(FactIndex fact) {
  for (Variable& variable : variables()) {
    if (variable.has(fact)) return variable;
  }
  return addVariable(fact);
}

bool PossibleAnswers::tests(FactIndex fact) const {
  return std::any_of(leaves_->begin(), leaves_->end(),
                     [&](const OpenLeaf& leaf) { return leaf.comparison->fact == fact; });
}

/// The type of the company decides whether it has a size, and its owner.
void PossibleAnswers::addEntityType() {
  const facts::KnownFacts& is = vocabulary_.known();
  if (knowledge_->facts[is.entity_type].known) return;
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
  for (const std::size_t option : knowledge_->facts[fact].options) {
    Class one = 0;
    for (const std::size_t leaf : variable.leaves) {
      if ((*leaves_)[leaf].comparison->options.has(option)) one |= bit(leaf);
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
      if (!(*leaves_)[leaf].comparison->options.has(option)) continue;
      by |= bit(leaf);
      alone = alone || (*leaves_)[leaf].comparison->op == Operator::kHasAll;
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
      const criteria::Comparison& test = *(*leaves_)[leaf].comparison;
      const bool all_asked = test.op == Operator::kHasAll;
      if (all_asked ? options.hasAll(test.options) : options.hasAny(test.options)) one |= bit(leaf);
    }
    addClass(variable, one);
  }
}

void PossibleAnswers::addNumberClasses(Variable& variable) {
  constexpr std::int64_t kMost = std::numeric_limits<std::int64_t>::max();
  std::vector<std::int64_t> values{0};
  for (const std::size_t leaf : variable.leaves) {
    const std::int64_t threshold = *(*leaves_)[leaf].node->resolved.threshold;
    if (threshold > 1) values.push_back(threshold - 1);
    if (threshold > 0) values.push_back(threshold);
    if (threshold >= 0 && threshold < kMost) values.push_back(threshold + 1);
  }
  for (const std::int64_t value : values) {
    Class one = 0;
    for (const std::size_t leaf : variable.leaves) {
      const std::int64_t threshold = *(*leaves_)[leaf].node->resolved.threshold;
      if (criteria::holds((*leaves_)[leaf].comparison->op, value, threshold)) one |= bit(leaf);
    }
    addClass(variable, one);
  }
}

void PossibleAnswers::writeColumn(std::size_t variable, Class mask, Class wanted, Word* out) {
  std::size_t stride = 1;
  for (std::size_t i = 0; i < variable; ++i) stride *= variables_[i].classes.size();
  std::fill_n(out, words_, Word{0});
  std::size_t block = 0;
  for (const Class one : variables_[variable].classes) {
    if ((one & mask) == wanted) setBits(out, block, stride);
    block += stride;
  }
  repeat(out, words_, block);
}

void PossibleAnswers::writeLeaves() {
  words_ = (combinations_ + kWordBits - 1) / kWordBits;
  columns_.resize(std::max(columns_.size(), words_ * (leaves_->size() + kOtherColumns)));
  for (std::size_t i = 0; i < used_; ++i) {
    for (const std::size_t leaf : variables_[i].leaves) {
      writeColumn(i, bit(leaf), bit(leaf), column(leaf));
    }
  }
  for (std::size_t i = 0; i < used_; ++i) {
    if (variables_[i].facts.front() == vocabulary_.known().entity_type) overrule(i);
  }
}

void PossibleAnswers::overrule(std::size_t entity_type) {
  const facts::KnownFacts& is = vocabulary_.known();
  Word* const where = column(leaves_->size());
  for (std::size_t leaf = 0; leaf < leaves_->size(); ++leaf) {
    const criteria::Comparison& test = *(*leaves_)[leaf].comparison;
    Word* const own = column(leaf);
    if (test.fact == is.enterprise_size) {
      writeColumn(entity_type, kHasNoSize, kHasNoSize, where);
      for (std::size_t i = 0; i < words_; ++i) own[i] &= ~where[i];
    }
    if (test.fact != is.ownership) continue;
    for (std::size_t owner = 0; owner < owners_.size(); ++owner) {
      writeColumn(entity_type, kOwner, static_cast<Class>(owner + 1) << kOwnerAt, where);
      const bool met = test.options.hasAny(owners_[owner]);
      for (std::size_t i = 0; i < words_; ++i) {
        own[i] = met ? own[i] | where[i] : own[i] & ~where[i];
      }
    }
  }
}

/// Two planes tell not applicable, not eligible, and eligible or conditional apart: the measure
/// concerns the company, and it does so and its conditions are met.
void PossibleAnswers::writeVerdicts(const Outcome& outcome) {
  Word* const concerns = column(leaves_->size());
  Word* const met = column(leaves_->size() + 1);
  Word* const tree = column(leaves_->size() + 2);
  Word* const scratch = column(leaves_->size() + 3);
  const BitColumns leaves{columns_.data(), words_};
  std::size_t next = 0;
  std::fill_n(concerns, words_, ~Word{0});
  if (outcome.in_scope == Truth::kUnknown) std::copy_n(leaves[next++], words_, concerns);
  if (rootOf(outcome.applies_when) == Truth::kUnknown) {
    evaluateCombinations(appliesTree(outcome), leaves, next, tree, scratch);
    for (std::size_t i = 0; i < words_; ++i) concerns[i] &= tree[i];
  }
  std::copy_n(concerns, words_, met);
  if (rootOf(outcome.requires_) == Truth::kUnknown) {
    evaluateCombinations(requiresTree(outcome), leaves, next, tree, scratch);
    for (std::size_t i = 0; i < words_; ++i) met[i] &= tree[i];
  }
}

/// True if in some combination the next class of the variable with this stride differs.
bool PossibleAnswers::decides(const Word* plane, std::size_t stride, std::size_t classes) const {
  const std::size_t block = stride * classes;
  for (std::size_t begin = 0; begin < combinations_; begin += block) {
    // All classes but the last have a next one.
    for (std::size_t at = begin; at < begin + block - stride; at += kWordBits) {
      const std::size_t count = std::min(kWordBits, begin + block - stride - at);
      const Word ones = count == kWordBits ? ~Word{0} : bit(count) - 1;
      const Word differs = bitsFrom(plane, words_, at) ^ bitsFrom(plane, words_, at + stride);
      if ((differs & ones) != 0) return true;
    }
  }
  return false;
}

const std::vector<FactIndex>& PossibleAnswers::decisiveFacts(const Outcome& outcome) {
  writeLeaves();
  writeVerdicts(outcome);
  decisive_.clear();
  std::size_t stride = 1;
  for (const Variable& variable : variables()) {
    const std::size_t classes = variable.classes.size();
    if (decides(column(leaves_->size()), stride, classes) ||
        decides(column(leaves_->size() + 1), stride, classes)) {
      decisive_.insert(decisive_.end(), variable.facts.begin(), variable.facts.end());
    }
    stride *= classes;
  }
  return decisive_;
}

}  // namespace policycalc::engine

#include "catalogue/lint/possibilities.h"

#include <algorithm>
#include <limits>
#include <set>

#include "catalogue/leaves.h"

namespace policycalc::catalogue {
namespace {

using criteria::Criterion;
using criteria::Operator;
using criteria::Term;
using Variable = Possibilities::Variable;

constexpr std::size_t kMostLists = 1024;
constexpr std::int64_t kHundredPercent = 1'000'000;  // the highest share that a profile can give

bool isSame(const Term& a, const Term& b) {
  if (a.kind != b.kind || a.quantity != b.quantity || a.parameter != b.parameter ||
      a.fact != b.fact || a.value.compare(b.value) != 0) {
    return false;
  }
  return std::equal(a.operands.begin(), a.operands.end(), b.operands.begin(), b.operands.end(),
                    isSame);
}

/// Truth of a numeric operator; `order` is -1, 0 or 1 as the left side is less, equal or more.
bool passes(Operator op, int order) {
  switch (op) {
    case Operator::kAtLeast:
      return order >= 0;
    case Operator::kMoreThan:
      return order > 0;
    case Operator::kAtMost:
      return order <= 0;
    default:
      return order < 0;
  }
}

bool passes(Operator op, facts::OptionSet asked, facts::OptionSet held) {
  return op == Operator::kHasAll ? held.hasAll(asked) : held.hasAny(asked);
}

/// Adds a state unless there is one with the same truths.
bool addState(Variable& variable, std::vector<bool> truths) {
  const auto& states = variable.states;
  if (std::find(states.begin(), states.end(), truths) != states.end()) return false;
  variable.states.push_back(std::move(truths));
  return true;
}

template <typename Test>
std::vector<bool> truthsOf(const Variable& variable, const Test& test) {
  std::vector<bool> truths;
  for (const Criterion* leaf : variable.leaves) truths.push_back(test(*leaf));
  return truths;
}

void addOptionState(Variable& variable, facts::OptionSet held) {
  addState(variable, truthsOf(variable, [&](const Criterion& leaf) {
             return passes(leaf.comparison.op, leaf.comparison.options, held);
           }));
}

}  // namespace

Possibilities::Possibilities(const Catalogue& catalogue, base::Date day,
                             const std::vector<const Criterion*>& roots)
    : catalogue_(catalogue), day_(day) {
  for (const Criterion* root : roots) {
    forEachLeaf(*root, [&](const Criterion& leaf) { addLeaf(leaf); });
  }
  for (Variable& variable : variables_) {
    findStates(variable);
    if (variable.states.empty()) count_.reset();
    if (!count_) return;
    variable.stride = *count_;
    const std::size_t product = *count_ * variable.states.size();
    count_ = product <= kMost ? std::optional(product) : std::nullopt;
  }
}

void Possibilities::addLeaf(const Criterion& leaf) {
  const criteria::Comparison& comparison = leaf.comparison;
  const bool relative = criteria::isNumeric(comparison.op) &&
                        !criteria::resolve(comparison, catalogue_.symbols(), day_).threshold;
  const auto same = std::find_if(variables_.begin(), variables_.end(), [&](const Variable& v) {
    return v.fact == comparison.fact && (v.right != nullptr) == relative &&
           (!relative || isSame(*v.right, comparison.right));
  });
  const auto index = static_cast<std::size_t>(same - variables_.begin());
  if (same == variables_.end()) {
    Variable variable;
    variable.fact = comparison.fact;
    if (relative) variable.right = &comparison.right;
    variables_.push_back(std::move(variable));
  }
  Variable& variable = variables_[index];
  places_[&leaf] = {index, variable.leaves.size()};
  variable.leaves.push_back(&leaf);
}

void Possibilities::findStates(Variable& variable) {
  const facts::FactType type = catalogue_.vocabulary().fact(variable.fact).type;
  if (variable.right != nullptr) {
    for (const int order : {-1, 0, 1}) {
      addState(variable, truthsOf(variable, [&](const Criterion& leaf) {
                 return passes(leaf.comparison.op, order);
               }));
    }
  } else if (facts::isNumeric(type)) {
    addNumberStates(variable);
  } else if (type == facts::FactType::kChoices) {
    addListStates(variable);
  } else {
    addOptionStates(variable);
  }
}

void Possibilities::addOptionStates(Variable& variable) const {
  const facts::OptionSet all = catalogue_.vocabulary().fact(variable.fact).allOptions();
  for (const std::size_t option : all) addOptionState(variable, facts::OptionSet::of(option));
  // Bodies that are not enterprises have no size.
  if (variable.fact == catalogue_.vocabulary().known().enterprise_size) {
    addOptionState(variable, {});
  }
}

/// Groups the options that appear in the same comparisons; a list holds none, some or all of a
/// group. Adds no state if there are too many such lists.
void Possibilities::addListStates(Variable& variable) const {
  std::map<std::vector<bool>, facts::OptionSet> groups;
  const facts::OptionSet all = catalogue_.vocabulary().fact(variable.fact).allOptions();
  for (const std::size_t option : all) {
    const auto asked = truthsOf(
        variable, [&](const Criterion& leaf) { return leaf.comparison.options.has(option); });
    groups[asked].add(option);
  }
  std::set<facts::OptionSet> lists{facts::OptionSet()};
  for (const auto& [asked, group] : groups) {
    if (std::find(asked.begin(), asked.end(), true) == asked.end()) continue;
    const std::set<facts::OptionSet> before = lists;
    for (const facts::OptionSet list : before) {
      lists.insert({list | facts::OptionSet::of(group.first()), list | group});
    }
    if (lists.size() > kMostLists) return;
  }
  for (const facts::OptionSet list : lists) addOptionState(variable, list);
}

void Possibilities::addNumberStates(Variable& variable) const {
  const facts::FactType type = catalogue_.vocabulary().fact(variable.fact).type;
  const std::int64_t most = type == facts::FactType::kPercent
                                ? kHundredPercent
                                : std::numeric_limits<std::int64_t>::max();
  std::vector<std::int64_t> thresholds;
  std::set<std::int64_t> firsts{0};
  for (const Criterion* leaf : variable.leaves) {
    const auto threshold =
        *criteria::resolve(leaf->comparison, catalogue_.symbols(), day_).threshold;
    thresholds.push_back(threshold);
    const bool from_it =
        leaf->comparison.op == Operator::kAtLeast || leaf->comparison.op == Operator::kLessThan;
    if (from_it && threshold > 0 && threshold <= most) firsts.insert(threshold);
    if (!from_it && threshold >= 0 && threshold < most) firsts.insert(threshold + 1);
  }
  for (const std::int64_t value : firsts) {
    std::vector<bool> truths;
    for (std::size_t i = 0; i < thresholds.size(); ++i) {
      const int order = value < thresholds[i] ? -1 : value == thresholds[i] ? 0 : 1;
      truths.push_back(passes(variable.leaves[i]->comparison.op, order));
    }
    if (addState(variable, std::move(truths))) variable.firsts.push_back(value);
  }
}

bool Possibilities::holds(const Criterion& node, std::size_t combination,
                          const Fixed& fixed) const {
  const auto child_holds = [&](const Criterion& child) { return holds(child, combination, fixed); };
  switch (node.kind) {
    case Criterion::Kind::kAll:
      return std::all_of(node.children.begin(), node.children.end(), child_holds);
    case Criterion::Kind::kAny:
      return std::any_of(node.children.begin(), node.children.end(), child_holds);
    case Criterion::Kind::kNot:
      return !child_holds(node.children.front());
    case Criterion::Kind::kLeaf:
      break;
  }
  const auto taken = fixed.find(&node);
  if (taken != fixed.end()) return taken->second;
  const Place place = places_.at(&node);
  const Variable& variable = variables_[place.variable];
  return variable.states[combination / variable.stride % variable.states.size()][place.leaf];
}

const Possibilities::Variable* Possibilities::quantity(facts::FactIndex fact) const {
  const auto at = std::find_if(variables_.begin(), variables_.end(), [&](const Variable& v) {
    return v.fact == fact && !v.firsts.empty();
  });
  return at == variables_.end() ? nullptr : &*at;
}

}  // namespace policycalc::catalogue

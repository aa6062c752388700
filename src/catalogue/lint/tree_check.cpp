#include "catalogue/lint/tree_check.h"

#include <algorithm>
#include <set>

#include "policycalc/base/text.h"

#include "catalogue/leaves.h"

namespace policycalc::catalogue {
namespace {

using criteria::Criterion;
using criteria::Operator;
using NodeKind = Criterion::Kind;

bool isChoice(Operator op) {
  return op == Operator::kIs || op == Operator::kIn;
}

/// The leaf, if the node is one or a `not` around one; else null.
const Criterion* bareLeaf(const Criterion& node) {
  if (node.kind == NodeKind::kNot) return bareLeaf(node.children.front());
  return node.kind == NodeKind::kLeaf ? &node : nullptr;
}

/// The parts that must hold for `leaf` to matter: the other children of each `all` above it, up to
/// the first `not`, below which `all` acts as `any`.
bool collectSiblings(const Criterion& node, const Criterion& leaf,
                     std::vector<const Criterion*>& siblings) {
  if (&node == &leaf) return true;
  for (const Criterion& child : node.children) {
    if (!collectSiblings(child, leaf, siblings)) continue;
    if (node.kind == NodeKind::kNot) siblings.clear();
    if (node.kind == NodeKind::kAll) {
      for (const Criterion& other : node.children) {
        if (&other != &child) siblings.push_back(&other);
      }
    }
    return true;
  }
  return false;
}

}  // namespace

bool TreeCheck::run(const Criterion& root) {
  for (const base::Date day : days_) {
    possible_.emplace_back(catalogue_, day, std::vector<const Criterion*>{&root});
    if (possible_.back().count()) continue;
    add(root, "too_complex",
        "the criterion tells more than " + std::to_string(Possibilities::kMost) +
            " combinations of answers apart; split the measure");
    return false;
  }
  if (!checkParts(root)) checkLeaves(root);
  return sound_;
}

void TreeCheck::add(const Criterion& node, std::string code, std::string message) {
  report_.add(file_, node.pointer, std::move(code), std::move(message));
  sound_ = false;
}

/// Checks the smallest parts first and reports a part only if it contains no smaller faulty part.
/// Returns true if the part is faulty.
bool TreeCheck::checkParts(const Criterion& node) {
  bool faulty = false;
  for (const Criterion& child : node.children) faulty = checkParts(child) || faulty;
  if (node.kind == NodeKind::kLeaf) faulty = checkFigure(node);
  if (faulty || checkConstant(node)) return true;
  checkSideBySide(node);
  return false;
}

bool TreeCheck::checkFigure(const Criterion& leaf) {
  if (!criteria::isNumeric(leaf.comparison.op)) return false;
  const bool share = leaf.comparison.right.quantity == criteria::Quantity::kPercent;
  return std::any_of(days_.begin(), days_.end(), [&](base::Date day) {
    const auto right = criteria::resolve(leaf.comparison, catalogue_.symbols(), day).right;
    const bool beyond = right && share && right->compare(base::Decimal(100, 0)) > 0;
    if (!right || (!right->isNegative() && !beyond)) return false;
    add(leaf, "impossible_figure",
        (beyond ? "no share is above 100 %: " : "no quantity is below zero: ") + right->toString());
    return true;
  });
}

bool TreeCheck::checkConstant(const Criterion& node) {
  auto possible = possible_.begin();
  return std::any_of(days_.begin(), days_.end(),
                     [&](base::Date day) { return isConstant(node, day, *possible++); });
}

bool TreeCheck::isConstant(const Criterion& node, base::Date day, const Possibilities& possible) {
  bool met = false;
  bool failed = false;
  for (std::size_t i = 0; i < *possible.count() && !(met && failed); ++i) {
    (possible.holds(node, i) ? met : failed) = true;
  }
  if (met && failed) return false;
  const std::string from = " from " + day.toString() + " on";
  if (met) {
    add(node, "always_true", "every company passes this" + from);
  } else {
    add(node, "never_true", "no company can pass this" + from);
  }
  return true;
}

/// If a company is known to be small or micro, `is small` and `is micro` are both unknown; only a
/// single `in` holds. The same applies to `not` and `all`.
void TreeCheck::checkSideBySide(const Criterion& node) {
  if (node.kind != NodeKind::kAll && node.kind != NodeKind::kAny) return;
  std::set<facts::FactIndex> compared;
  for (const Criterion& child : node.children) {
    const Criterion* leaf = bareLeaf(child);
    if (leaf == nullptr) continue;
    const Operator op = leaf->comparison.op;
    const facts::Fact& fact = catalogue_.vocabulary().fact(leaf->comparison.fact);
    const bool choice = isChoice(op) && fact.type == facts::FactType::kChoice;
    const bool list = node.kind == NodeKind::kAny &&
                      (op == Operator::kHas || op == Operator::kHasAny) &&
                      child.kind == NodeKind::kLeaf;
    if ((!choice && !list) || compared.insert(leaf->comparison.fact).second) continue;
    add(*leaf, "write_as_in",
        base::quoted(fact.id) + " is compared beside this too: write both as one " +
            (list ? "`has_any`" : "`in`"));
  }
}

void TreeCheck::checkLeaves(const Criterion& root) {
  std::vector<const Criterion*> leaves;
  forEachLeaf(root, [&](const Criterion& leaf) { leaves.push_back(&leaf); });
  // From the last to the first, fixing each idle leaf: of two equivalent leaves only the second is
  // reported.
  Possibilities::Fixed fixed;
  std::for_each(leaves.rbegin(), leaves.rend(),
                [&](const Criterion* leaf) { checkLeaf(root, *leaf, fixed); });
}

void TreeCheck::checkLeaf(const Criterion& root, const Criterion& leaf,
                          Possibilities::Fixed& fixed) {
  for (const bool taken : {false, true}) {
    fixed[&leaf] = taken;
    if (!areSame(root, fixed)) continue;
    const std::string& fact = catalogue_.vocabulary().fact(leaf.comparison.fact).id;
    if (isRuledOut(root, leaf)) {
      add(leaf, "contradicted_leaf",
          "a part beside this comparison of " + base::quoted(fact) + " rules it out");
    } else {
      add(leaf, "idle_leaf",
          "the criterion says the same without this comparison of " + base::quoted(fact));
    }
    return;
  }
  fixed.erase(&leaf);
}

bool TreeCheck::isRuledOut(const Criterion& root, const Criterion& leaf) const {
  Siblings siblings;
  collectSiblings(root, leaf, siblings);
  return std::all_of(possible_.begin(), possible_.end(), [&](const Possibilities& possible) {
    for (std::size_t i = 0; i < *possible.count(); ++i) {
      const bool beside =
          std::all_of(siblings.begin(), siblings.end(),
                      [&](const Criterion* other) { return possible.holds(*other, i); });
      if (beside && possible.holds(leaf, i)) return false;
    }
    return true;
  });
}

bool TreeCheck::areSame(const Criterion& root, const Possibilities::Fixed& fixed) const {
  return std::all_of(possible_.begin(), possible_.end(), [&](const Possibilities& possible) {
    for (std::size_t i = 0; i < *possible.count(); ++i) {
      if (possible.holds(root, i) != possible.holds(root, i, fixed)) return false;
    }
    return true;
  });
}

}  // namespace policycalc::catalogue

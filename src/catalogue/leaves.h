#pragma once

#include <optional>

#include "policycalc/catalogue/measure.h"

namespace policycalc::catalogue {

/// Calls `visit` for each leaf of the tree, in preorder.
template <typename Visit>
void forEachLeaf(const criteria::Criterion& node, const Visit& visit) {
  if (node.kind == criteria::Criterion::Kind::kLeaf) visit(node);
  for (const criteria::Criterion& child : node.children) forEachLeaf(child, visit);
}

/// Calls `visit` for each criterion of the clause: its conditions, and those of its units and
/// benefits.
template <typename Visit>
void forEachCriterion(const Clause& clause, const Visit& visit) {
  const auto visit_if = [&](const std::optional<criteria::Criterion>& criterion) {
    if (criterion) visit(*criterion);
  };
  visit_if(clause.applies_when);
  visit_if(clause.requires_);
  for (const ResponsibleUnit& unit : clause.units) {
    visit_if(unit.when);
    visit_if(unit.unless);
  }
  for (const Benefit& benefit : clause.benefits) visit_if(benefit.paid_when);
}

/// Calls `visit` for each leaf of the clause's criteria.
template <typename Visit>
void forEachLeaf(const Clause& clause, const Visit& visit) {
  forEachCriterion(clause,
                   [&](const criteria::Criterion& criterion) { forEachLeaf(criterion, visit); });
}

}  // namespace policycalc::catalogue

#pragma once

#include <optional>

#include "policycalc/catalogue/measure.h"

namespace policycalc::catalogue {

/// Calls `visit` for each leaf of the tree, in the order of the text.
template <typename Visit>
void forEachLeaf(const criteria::Criterion& node, const Visit& visit) {
  if (node.kind == criteria::Criterion::Kind::kLeaf) visit(node);
  for (const criteria::Criterion& child : node.children) forEachLeaf(child, visit);
}

/// Calls `visit` for each leaf of the clause's criteria.
template <typename Visit>
void forEachLeaf(const Clause& clause, const Visit& visit) {
  for (const auto* criterion : {&clause.applies_when, &clause.requires_}) {
    if (*criterion) forEachLeaf(**criterion, visit);
  }
}

}  // namespace policycalc::catalogue

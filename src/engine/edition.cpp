#include "policycalc/engine/edition.h"

#include <algorithm>

namespace policycalc::engine {
namespace {

void resolveTree(const criteria::Criterion& node, const catalogue::Catalogue& catalogue,
                 base::Date day, std::vector<Edition::Node>& nodes) {
  Edition::Node resolved;
  if (node.kind == criteria::Criterion::Kind::kLeaf) {
    const criteria::Scope scope = catalogue.scope();
    resolved.resolved = criteria::resolve(node.comparison, scope, day);
    resolved.text = node.text.empty() ? criteria::describe(node.comparison, scope, day)
                                      : catalogue::fillIn(node.text, catalogue.parameters(), day);
  }
  nodes.push_back(std::move(resolved));
  for (const criteria::Criterion& child : node.children) {
    resolveTree(child, catalogue, day, nodes);
  }
}

}  // namespace

Edition::Edition(std::shared_ptr<const catalogue::Catalogue> catalogue, base::Date day)
    : catalogue_(std::move(catalogue)), day_(day) {
  for (const catalogue::Clause* measure : catalogue_->measures()) {
    Entry entry;
    entry.measure = measure;
    entry.in_force = measure->valid.covers(day);
    if (measure->applies_when)
      resolveTree(*measure->applies_when, *catalogue_, day, entry.applies_when);
    if (measure->requires_) resolveTree(*measure->requires_, *catalogue_, day, entry.requires_);
    entries_.push_back(std::move(entry));
  }
}

std::string Edition::fillIn(const std::string& text) const {
  return catalogue::fillIn(text, catalogue_->parameters(), day_);
}

std::size_t Edition::indexOf(const catalogue::Catalogue& catalogue, base::Date day) {
  const std::vector<base::Date>& boundaries = catalogue.boundaries();
  return static_cast<std::size_t>(std::upper_bound(boundaries.begin(), boundaries.end(), day) -
                                  boundaries.begin());
}

}  // namespace policycalc::engine

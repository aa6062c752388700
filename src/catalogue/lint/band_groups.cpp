#include "catalogue/lint/band_groups.h"

#include <algorithm>
#include <set>
#include <string>

#include "catalogue/leaves.h"

namespace policycalc::catalogue {
namespace {

struct Group {
  Measures measures;
  std::set<std::string> figures;
};

std::set<std::string> figuresOf(const Catalogue& catalogue, facts::FactIndex fact,
                                const Clause& measure) {
  std::set<std::string> figures;
  for (const base::Date day : catalogue.boundaries()) {
    if (!measure.valid.covers(day)) continue;
    forEachLeaf(measure, [&](const criteria::Criterion& leaf) {
      if (leaf.comparison.fact != fact) return;
      const auto right = criteria::resolve(leaf.comparison, catalogue.symbols(), day).right;
      if (right) figures.insert(right->toString());
    });
  }
  return figures;
}

bool excludes(const Group& a, const Group& b) {
  for (const Clause* measure : a.measures) {
    for (const Clause* other : b.measures) {
      const auto& ids = measure->excludes;
      if (std::find(ids.begin(), ids.end(), other->id) != ids.end()) return true;
    }
  }
  return false;
}

bool areRelated(const Group& a, const Group& b) {
  const bool share =
      std::any_of(a.figures.begin(), a.figures.end(),
                  [&](const std::string& figure) { return b.figures.count(figure) != 0; });
  return share || excludes(a, b) || excludes(b, a);
}

/// Adds the content of `from` to `to`.
void join(Group& to, const Group& from) {
  to.measures.insert(to.measures.end(), from.measures.begin(), from.measures.end());
  to.figures.insert(from.figures.begin(), from.figures.end());
}

}  // namespace

std::vector<Measures> groupsByQuantity(const Catalogue& catalogue, facts::FactIndex fact,
                                       const Measures& measures) {
  std::vector<Group> groups;
  for (const Clause* measure : measures) {
    const Group alone{{measure}, figuresOf(catalogue, fact, *measure)};
    // All groups related to the new measure merge with it; the others stay.
    const auto related =
        std::stable_partition(groups.begin(), groups.end(),
                              [&](const Group& group) { return !areRelated(group, alone); });
    Group joined;
    for (auto group = related; group != groups.end(); ++group) join(joined, *group);
    join(joined, alone);
    groups.erase(related, groups.end());
    groups.push_back(std::move(joined));
  }
  std::vector<Measures> found;
  found.reserve(groups.size());
  for (Group& group : groups) found.push_back(std::move(group.measures));
  return found;
}

}  // namespace policycalc::catalogue

#include "registry/sql/used_facts.h"

namespace policycalc::registry::sql {
namespace {

using Facts = std::set<facts::FactIndex>;

void addTested(const criteria::Criterion& node, Facts& facts) {
  if (node.kind == criteria::Criterion::Kind::kLeaf) {
    facts.insert(node.comparison.fact);
    node.comparison.right.forEachFact([&](facts::FactIndex fact) { facts.insert(fact); });
  }
  for (const criteria::Criterion& child : node.children) addTested(child, facts);
}

void addSourcesOfSize(const catalogue::Catalogue& catalogue, Facts& facts) {
  const facts::Vocabulary& vocabulary = catalogue.vocabulary();
  const facts::KnownFacts& is = vocabulary.known();
  facts.insert({is.entity_type, is.ownership, is.size_industry, is.industry_code});
  for (const std::size_t option : vocabulary.fact(is.size_industry).allOptions()) {
    for (const auto& indicator : catalogue.sizeStandard().find(option)->indicators) {
      facts.insert(indicator.fact);
    }
  }
}

}  // namespace

UsedFacts usedFacts(const catalogue::Catalogue& catalogue, const Entries& measures) {
  const facts::KnownFacts& is = catalogue.vocabulary().known();
  UsedFacts used;
  used.read.insert({is.registration_status, is.district});
  for (const engine::Edition::Entry* entry : measures) {
    if (!entry->in_force) continue;
    const catalogue::Clause& measure = *entry->measure;
    if (measure.applies_when) addTested(*measure.applies_when, used.tested);
    if (measure.requires_) addTested(*measure.requires_, used.tested);
  }
  used.read.insert(used.tested.begin(), used.tested.end());
  if (used.tested.count(is.ownership) != 0) used.read.insert({is.entity_type, is.enterprise_size});
  if (used.tested.count(is.size_industry) != 0) used.read.insert(is.industry_code);
  if (used.tested.count(is.enterprise_size) != 0) addSourcesOfSize(catalogue, used.read);
  return used;
}

}  // namespace policycalc::registry::sql

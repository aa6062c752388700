#include <set>
#include <string>

#include "policycalc/base/text.h"

#include "catalogue/leaves.h"
#include "catalogue/lint/families.h"

namespace policycalc::catalogue {
namespace {

/// The facts that the program itself reads or that criteria or amounts use, and the facts from
/// which they are derived.
std::set<facts::FactIndex> usedFacts(const Catalogue& catalogue) {
  const facts::KnownFacts& known = catalogue.vocabulary().known();
  std::set<facts::FactIndex> used{
      known.credit_code,         known.entity_type,   known.ownership,      known.district,
      known.registration_status, known.industry_code, known.size_industry,  known.employees,
      known.annual_revenue,      known.total_assets,  known.enterprise_size};
  const auto use = [&](facts::FactIndex fact) { used.insert(fact); };
  for (const Clause* clause : catalogue.clauses()) {
    forEachLeaf(*clause, [&](const criteria::Criterion& leaf) {
      use(leaf.comparison.fact);
      leaf.comparison.right.forEachFact(use);
    });
    for (const Benefit& benefit : clause->benefits) {
      if (benefit.amount.value) benefit.amount.value->forEachFact(use);
    }
  }
  for (const ProfileWarning& warning : catalogue.texts().warnings()) {
    forEachLeaf(warning.when, [&](const criteria::Criterion& leaf) {
      use(leaf.comparison.fact);
      leaf.comparison.right.forEachFact(use);
    });
  }
  std::set<facts::FactIndex> all = used;
  for (const facts::FactIndex fact : used) {
    const auto& from = catalogue.vocabulary().fact(fact).derived_from;
    all.insert(from.begin(), from.end());
  }
  return all;
}

/// Text facts are exempt: they serve the reader of an answer (a name, a code), not a rule.
void checkFacts(const Catalogue& catalogue, Report& report) {
  const std::set<facts::FactIndex> used = usedFacts(catalogue);
  const auto& facts = catalogue.vocabulary().facts();
  for (std::size_t i = 0; i < facts.size(); ++i) {
    if (facts[i].type == facts::FactType::kText) continue;
    if (used.count(static_cast<facts::FactIndex>(i)) != 0) continue;
    report.add("facts.json", base::childPointer("/facts", i), "unused_fact",
               base::quoted(facts[i].id) + " is asked for, but nothing depends on it");
  }
}

void checkUnits(const Catalogue& catalogue, Report& report) {
  std::set<std::size_t> used;
  for (const Item& item : catalogue.items()) {
    used.insert(item.provincial_units.begin(), item.provincial_units.end());
  }
  for (const Clause* clause : catalogue.clauses()) {
    for (const ResponsibleUnit& unit : clause->units) used.insert(unit.unit);
    used.insert(clause->provincial_units.begin(), clause->provincial_units.end());
  }
  const std::vector<Unit>& units = catalogue.registry().units();
  std::set<std::string> parents;
  for (const Unit& unit : units) parents.insert(unit.parent);
  for (std::size_t i = 0; i < units.size(); ++i) {
    const bool is_used = used.count(i) != 0 || units[i].district || parents.count(units[i].id) != 0;
    if (is_used) continue;
    report.add("units.json", base::childPointer("/units", i), "unused_unit",
               base::quoted(units[i].id) +
                   " answers for no clause, governs no district and is parent of no unit");
  }
}

}  // namespace

void checkUse(const Catalogue& catalogue, Report& report) {
  checkFacts(catalogue, report);
  checkUnits(catalogue, report);
}

}  // namespace policycalc::catalogue

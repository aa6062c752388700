#include <set>
#include <string>
#include <vector>

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

/// Pages order a result by what the met conditions of its measures tell.
void checkMarks(const Catalogue& catalogue, Report& report) {
  const auto& facts = catalogue.vocabulary().facts();
  std::vector<bool> tested(facts.size());
  std::vector<facts::OptionSet> options(facts.size());
  tested[catalogue.vocabulary().known().district] = true;  // by the scope of a measure
  for (const Clause* measure : catalogue.measures()) {
    forEachLeaf(*measure, [&](const criteria::Criterion& leaf) {
      tested[leaf.comparison.fact] = true;
      options[leaf.comparison.fact].add(leaf.comparison.options);
    });
  }
  for (std::size_t i = 0; i < facts.size(); ++i) {
    const facts::Fact& fact = facts[i];
    const std::string at = base::childPointer("/facts", i);
    if (fact.tells != facts::Tells::kState && !tested[i]) {
      report.add("facts.json", at + "/tells", "idle_mark",
                 "no measure depends on " + base::quoted(fact.id));
    }
    for (std::size_t j = 0; j < fact.options.size(); ++j) {
      if (fact.options[j].urgent == facts::Urgent::kNo || options[i].has(j)) continue;
      report.add("facts.json", base::childPointer(at + "/options", j) + "/urgent", "idle_mark",
                 "no measure is for " + base::quoted(fact.options[j].code));
    }
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
  checkMarks(catalogue, report);
  checkUnits(catalogue, report);
}

}  // namespace policycalc::catalogue

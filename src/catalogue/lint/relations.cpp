#include <algorithm>

#include "policycalc/base/text.h"

#include "catalogue/lint/families.h"

namespace policycalc::catalogue {
namespace {

bool holds(const std::vector<std::string>& list, const std::string& id) {
  return std::find(list.begin(), list.end(), id) != list.end();
}

void checkList(const Catalogue& catalogue, const Clause& clause, const std::string& key,
               const std::vector<std::string>& ids, Report& report) {
  for (std::size_t i = 0; i < ids.size(); ++i) {
    const Clause* other = catalogue.find(ids[i]);
    const std::string pointer = base::childPointer(clause.pointer + "/relations/" + key, i);
    if (other != nullptr && !other->isMeasure()) {
      report.add(clause.file, pointer, "unknown_measure",
                 base::quoted(ids[i]) + " is internal work and never matched");
    } else if (ids[i] == clause.id) {
      report.add(clause.file, pointer, "self_relation", "a measure is not related to itself");
    } else if (key == "leads_to" && holds(clause.excludes, ids[i])) {
      report.add(clause.file, pointer, "contradicting_relations",
                 base::quoted(ids[i]) + " is excluded as well, so nothing leads to it");
    } else if (key == "instead_of" && holds(clause.leads_to, ids[i])) {
      report.add(
          clause.file, pointer, "contradicting_relations",
          "this measure prepares " + base::quoted(ids[i]) + " and is not made instead of it");
    }
  }
}

}  // namespace

void checkRelations(const Catalogue& catalogue, Report& report) {
  for (const Clause* clause : catalogue.measures()) {
    checkList(catalogue, *clause, "excludes", clause->excludes, report);
    checkList(catalogue, *clause, "leads_to", clause->leads_to, report);
    checkList(catalogue, *clause, "instead_of", clause->instead_of, report);
  }
}

}  // namespace policycalc::catalogue

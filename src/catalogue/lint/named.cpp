// Ids beside words: both say the same.
#include <algorithm>
#include <map>
#include <string_view>

#include "policycalc/base/text.h"

#include "catalogue/lint/families.h"

namespace policycalc::catalogue {
namespace {

/// Units by all their names.
using UnitNames = std::map<std::string_view, std::size_t>;

UnitNames namesOfUnits(const Registry& registry) {
  UnitNames names;
  for (std::size_t i = 0; i < registry.units().size(); ++i) {
    const Unit& unit = registry.units()[i];
    names.emplace(unit.name, i);
    for (const std::string& alias : unit.aliases) names.emplace(alias, i);
  }
  return names;
}

/// The units that `text` names, each once. Where several names begin, the longest counts: the name
/// of one unit may begin with that of another.
std::vector<std::size_t> unitsNamedIn(std::string_view text, const UnitNames& names) {
  std::vector<std::size_t> units;
  while (!text.empty()) {
    std::size_t taken = 1;
    std::size_t named = 0;
    for (const auto& [name, unit] : names) {
      if (name.size() <= taken || text.substr(0, name.size()) != name) continue;
      taken = name.size();
      named = unit;
    }
    const bool is_new = std::find(units.begin(), units.end(), named) == units.end();
    if (taken > 1 && is_new) units.push_back(named);
    text.remove_prefix(taken);
  }
  return units;
}

void checkJudged(const Clause& measure, const Registry& registry, const UnitNames& names,
                 Report& report) {
  for (std::size_t i = 0; i < measure.judged.size(); ++i) {
    const Judgement& judgement = measure.judged[i];
    const std::string at = base::childPointer(measure.pointer + "/judged", i) + "/units";
    const std::vector<std::size_t>& listed = judgement.units;
    for (const std::size_t unit : unitsNamedIn(judgement.by, names)) {
      if (std::find(listed.begin(), listed.end(), unit) != listed.end()) continue;
      report.add(measure.file, at, "missing_unit",
                 base::quoted(registry.units()[unit].id) + " is named in `by` and not listed");
    }
    for (auto own = listed.begin(); own != listed.end(); ++own) {
      if (std::find(listed.begin(), own, *own) == own) continue;
      report.add(measure.file,
                 base::childPointer(at, static_cast<std::size_t>(own - listed.begin())),
                 "duplicate_name", base::quoted(registry.units()[*own].id) + " appears twice");
    }
  }
}

void checkSuccessors(const Clause& measure, Report& report) {
  const std::string at = measure.pointer + "/replaced_by";
  const std::vector<std::string>& ids = measure.replaced_by;
  for (std::size_t i = 0; i < ids.size(); ++i) {
    if (ids[i] != measure.id) continue;
    report.add(measure.file, base::childPointer(at, i), "self_relation",
               "a measure does not replace itself");
  }
  if (!ids.empty() && measure.replaced_text.empty()) {
    report.add(measure.file, at, "missing_sentence",
               "`replaced_text` tells people what replaced the measure");
  }
}

}  // namespace

void checkNamed(const Catalogue& catalogue, Report& report) {
  const UnitNames names = namesOfUnits(catalogue.registry());
  for (const Clause* measure : catalogue.measures()) {
    checkJudged(*measure, catalogue.registry(), names, report);
    checkSuccessors(*measure, report);
  }
}

}  // namespace policycalc::catalogue

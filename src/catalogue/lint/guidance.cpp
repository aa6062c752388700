#include <set>

#include "policycalc/base/text.h"

#include "catalogue/lint/families.h"

namespace policycalc::catalogue {
namespace {

constexpr std::size_t kFewestKeywords = 3;

void checkCaveats(const Clause& measure, Report& report) {
  for (std::size_t i = 0; i < measure.caveats.size(); ++i) {
    const Caveat& caveat = measure.caveats[i];
    if (caveat.kind != CaveatKind::kNewerLaw || caveat.source) continue;
    report.add(measure.file, base::childPointer(measure.pointer + "/caveats", i), "missing_source",
               "a caveat of newer law cites that law");
  }
}

void checkKeywords(const Clause& measure, Report& report) {
  const std::string pointer = measure.pointer + "/keywords";
  if (measure.keywords.size() < kFewestKeywords) {
    report.add(measure.file, pointer, "few_keywords", "a measure has at least three keywords");
  }
  std::set<std::string> seen;
  for (std::size_t i = 0; i < measure.keywords.size(); ++i) {
    const std::string& word = measure.keywords[i];
    const std::string at = base::childPointer(pointer, i);
    if (measure.title.find(word) != std::string::npos) {
      report.add(measure.file, at, "idle_keyword", base::quoted(word) + " is in the title already");
    }
    if (!seen.insert(word).second) {
      report.add(measure.file, at, "duplicate_name", base::quoted(word) + " appears twice");
    }
  }
}

void checkUniversal(const Clause& measure, Report& report) {
  if (!measure.universal || (!measure.applies_when && !measure.requires_)) return;
  report.add(measure.file, measure.pointer + "/universal", "wrong_value",
             "what has conditions is not everybody's");
}

void checkContacts(const Catalogue& catalogue, Report& report) {
  const Contacts& contacts = catalogue.contacts();
  if (contacts.all().empty()) return;
  const std::vector<Unit>& units = catalogue.registry().units();
  for (std::size_t i = 0; i < units.size(); ++i) {
    if (contacts.ofUnit(i) == nullptr) {
      report.add("contacts.csv", "", "missing_contact", base::quoted(units[i].id) + " has no row");
    }
    if (units[i].district && contacts.hallOf(units[i].district) == nullptr) {
      report.add("contacts.csv", "", "missing_contact",
                 "the hall of " + base::quoted(units[i].id) + " has no row");
    }
  }
  if (contacts.hallOf({}) == nullptr) {
    report.add("contacts.csv", "", "missing_contact", "the hall of the city has no row");
  }
}

}  // namespace

void checkGuidance(const Catalogue& catalogue, Report& report) {
  for (const Clause* measure : catalogue.measures()) {
    checkCaveats(*measure, report);
    checkKeywords(*measure, report);
    checkUniversal(*measure, report);
  }
  checkContacts(catalogue, report);
}

}  // namespace policycalc::catalogue

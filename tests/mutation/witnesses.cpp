#include "mutation/witnesses.h"

#include <algorithm>

#include "policycalc/engine/edition.h"
#include "policycalc/engine/worked_cases.h"

namespace policycalc::mutation {
namespace {

using CataloguePtr = std::shared_ptr<const catalogue::Catalogue>;

bool contains(const std::vector<std::string>& list, const std::string& text) {
  return std::find(list.begin(), list.end(), text) != list.end();
}

void addLeafTexts(const criteria::Criterion& node, std::vector<std::string>& texts) {
  texts.push_back(node.text);
  for (const criteria::Criterion& child : node.children) addLeafTexts(child, texts);
}

/// All texts of a measure that can contain figures, with the figures of the day.
std::string textsOf(const catalogue::Clause& measure, const engine::Edition& edition) {
  std::vector<std::string> texts{measure.title, measure.summary, measure.next_step,
                                 measure.replaced_text, measure.why_internal};
  for (const catalogue::Caveat& caveat : measure.caveats) texts.push_back(caveat.text);
  for (const catalogue::Judgement& judgement : measure.judged) texts.push_back(judgement.text);
  for (const catalogue::Benefit& benefit : measure.benefits) texts.push_back(benefit.label);
  for (const auto* criterion : {&measure.applies_when, &measure.requires_}) {
    if (*criterion) addLeafTexts(**criterion, texts);
  }
  std::string all;
  for (const std::string& text : texts) all += edition.fillIn(text) + "\n";
  return all;
}

}  // namespace

std::string Witnesses::objection(const catalogue::PolicyFiles& policies,
                                 const std::vector<std::string>& items) const {
  const auto catalogue = catalogue::Catalogue::load(policies);
  if (!catalogue.ok()) return base::formatIssue(catalogue.error().front());
  std::string found = failedCase(*catalogue, items);
  return found.empty() ? failedText(*catalogue, items) : found;
}

std::string Witnesses::failedCase(const CataloguePtr& catalogue,
                                  const std::vector<std::string>& items) const {
  catalogue::PolicyFiles own;
  for (const std::string& item : items) {
    const auto file = cases_.find("cases/" + item);
    if (file != cases_.end()) own.insert(*file);
  }
  const engine::WorkedCaseReport report = engine::runWorkedCases(catalogue, own);
  for (const base::Issue& issue : report.issues) {
    // A part of the cases lacks some for most measures: only a failing case is a witness.
    if (issue.code != "missing_case") return base::formatIssue(issue);
  }
  return {};
}

std::string Witnesses::failedText(const CataloguePtr& catalogue,
                                  const std::vector<std::string>& items) const {
  for (const TextAssertion& assertion : texts_) {
    const catalogue::Clause* measure = catalogue->find(assertion.measure);
    if (measure == nullptr) return assertion.measure + " is not a measure";
    if (!contains(items, measure->file.substr(std::string("measures/").size()))) continue;
    const engine::Edition edition(catalogue, assertion.day);
    if (textsOf(*measure, edition).find(assertion.text) == std::string::npos) {
      return measure->id + " no longer says " + assertion.text + " on " + assertion.day.toString();
    }
  }
  return {};
}

}  // namespace policycalc::mutation

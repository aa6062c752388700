#include <iostream>

#include "policycalc/catalogue/catalogue.h"
#include "policycalc/engine/cases.h"

#include "app/commands.h"

namespace policycalc::app {

void printIssues(const base::Issues& issues) {
  for (const base::Issue& issue : issues) std::cerr << base::formatIssue(issue) << '\n';
}

int lint(const Arguments& arguments, const Settings& settings) {
  const std::string folder =
      arguments.operands.empty() ? settings.policies : arguments.operands.front();
  const auto files = catalogue::readPolicyFolder(folder);
  const auto cases = catalogue::readCaseFolder(folder);
  if (!files.ok() || !cases.ok()) {
    if (!files.ok()) printIssues(files.error());
    if (!cases.ok()) printIssues(cases.error());
    return kRefused;
  }
  const auto catalogue = catalogue::Catalogue::load(*files);
  if (!catalogue.ok()) {
    printIssues(catalogue.error());
    std::cerr << catalogue.error().size() << " issues\n";
    return kRefused;
  }
  const engine::CaseReport report = engine::runCases(*catalogue, *cases);
  printIssues(report.issues);
  if (!report.issues.empty()) {
    std::cerr << report.issues.size() << " issues\n";
    return kRefused;
  }
  std::cout << (*catalogue)->hash() << '\n'
            << (*catalogue)->items().size() << " items, " << (*catalogue)->clauses().size()
            << " clauses, " << (*catalogue)->measures().size() << " measures, "
            << report.expectations << " expectations of worked cases met\n";
  return kDone;
}

}  // namespace policycalc::app

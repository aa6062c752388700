#include <algorithm>
#include <iostream>
#include <memory>

#include "policycalc/catalogue/catalogue.h"
#include "policycalc/engine/worked_cases.h"

#include "app/checked_folder.h"
#include "app/commands.h"

namespace policycalc::app {
namespace {

using Row = std::vector<std::string>;

struct LintOptions {
  std::string folder;  ///< "" for that of the settings
  bool coverage = false;
};

Row rowOf(const catalogue::Clause& clause, const engine::WorkedCaseReport& report) {
  Row row{std::to_string(clause.item), std::to_string(clause.sources.front().cell), clause.id,
          std::string(catalogue::toString(clause.kind))};
  if (clause.isMeasure()) {
    const engine::WorkedCaseCoverage& cases = report.coverage.at(clause.id);
    row.push_back(std::to_string(cases.yes));
    row.push_back(std::to_string(cases.no));
    row.push_back(engine::hasConditions(clause) ? std::to_string(cases.open) : "-");
  } else {
    row.insert(row.end(), {"-", "-", "-"});
  }
  row.push_back(clause.last_checked);
  row.push_back(clause.title);
  return row;
}

/// A line for each clause, in the order of the notice.
void printCoverage(const catalogue::Catalogue& catalogue, const engine::WorkedCaseReport& report) {
  std::vector<Row> rows{
      {"item", "cell", "clause", "kind", "yes", "no", "open", "last checked", "title"}};
  for (const catalogue::Clause* clause : catalogue.clauses()) {
    rows.push_back(rowOf(*clause, report));
  }
  std::cout << table(rows) << '\n';
}

void printSummary(const catalogue::Catalogue& catalogue, const engine::WorkedCaseReport& report) {
  int cells = 0;
  for (const catalogue::Item& item : catalogue.items()) cells += item.cells;
  const std::size_t measures = catalogue.measures().size();
  std::cout << catalogue.hash() << '\n'
            << catalogue.items().size() << " items, " << cells << " cells, "
            << catalogue.clauses().size() << " clauses: " << measures << " measures, "
            << catalogue.clauses().size() - measures << " internal; " << report.expectations
            << " expectations of worked cases met\n";
}

/// How many units and halls have a contact, and how many documents an address.
void printReach(const catalogue::Catalogue& catalogue) {
  const auto& contacts = catalogue.contacts().all();
  const auto known = [&](bool hall) {
    return std::count_if(contacts.begin(), contacts.end(), [&](const catalogue::Contact& contact) {
      return contact.isHall() == hall && !contact.isEmpty();
    });
  };
  const auto halls = std::count_if(contacts.begin(), contacts.end(),
                                   [](const auto& contact) { return contact.isHall(); });
  const auto& documents = catalogue.registry().documents();
  const auto addressed =
      std::count_if(documents.begin(), documents.end(),
                    [](const catalogue::Document& document) { return !document.url.empty(); });
  std::cout << known(false) << " of " << catalogue.registry().units().size() << " units and "
            << known(true) << " of " << halls << " halls have a contact; " << addressed << " of "
            << documents.size() << " documents have an address\n";
}

int lint(const LintOptions& options, const Settings& settings) {
  const auto checked = checkFolder(options.folder.empty() ? settings.policies : options.folder);
  if (!checked.ok()) {
    printIssues(checked.error());
    const std::size_t issues = checked.error().size();
    std::cerr << issues << (issues == 1 ? " issue\n" : " issues\n");
    return kRefused;
  }
  if (options.coverage) {
    printCoverage(*checked->catalogue, checked->report);
    printReach(*checked->catalogue);
  }
  printSummary(*checked->catalogue, checked->report);
  return kDone;
}

}  // namespace

void addLint(Program& program) {
  const auto options = std::make_shared<LintOptions>();
  CLI::App& command = program.command(
      "lint", "check a policies folder and its worked cases, and list all issues", {"policies"},
      [options](const Settings& settings) { return lint(*options, settings); });
  addArgument(command, "DIR", options->folder, "the folder; else that of --policies")
      ->check(refuseEmpty);
  addSwitch(command, "--coverage", options->coverage,
            "also list all clauses with their worked cases");
}

}  // namespace policycalc::app

#include "policycalc/catalogue/lint.h"

#include <algorithm>
#include <iostream>

#include "policycalc/catalogue/catalogue.h"
#include "policycalc/engine/worked_cases.h"

#include "app/commands.h"
#include "app/workdays_file.h"

namespace policycalc::app {
namespace {

using Row = std::vector<std::string>;

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

/// A line a clause, in the order of the notice. The title stands last, since its characters are
/// wider than the others and need no column after them.
void printCoverage(const catalogue::Catalogue& catalogue, const engine::WorkedCaseReport& report) {
  std::vector<Row> rows{
      {"item", "cell", "clause", "kind", "yes", "no", "open", "last checked", "title"}};
  for (const catalogue::Clause* clause : catalogue.clauses()) {
    rows.push_back(rowOf(*clause, report));
  }
  const std::size_t columns = rows.front().size() - 1;
  std::vector<std::size_t> widths(columns);
  for (const Row& row : rows) {
    for (std::size_t i = 0; i < columns; ++i) widths[i] = std::max(widths[i], row[i].size());
  }
  for (const Row& row : rows) {
    for (std::size_t i = 0; i < columns; ++i) {
      std::cout << row[i] << std::string(widths[i] - row[i].size() + 2, ' ');
    }
    std::cout << row.back() << '\n';
  }
  std::cout << '\n';
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

/// How much of what leads a reader further is there.
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

void append(base::Issues& issues, const base::Issues& more) {
  issues.insert(issues.end(), more.begin(), more.end());
}

int refuse(base::Issues issues) {
  base::sortIssues(issues);
  printIssues(issues);
  std::cerr << issues.size() << (issues.size() == 1 ? " issue\n" : " issues\n");
  return kRefused;
}

}  // namespace

void printIssues(const base::Issues& issues) {
  for (const base::Issue& issue : issues) std::cerr << base::formatIssue(issue) << '\n';
}

int lint(const Arguments& arguments, const Settings& settings) {
  const std::string folder =
      arguments.operands.empty() ? settings.policies : arguments.operands.front();
  const auto files = catalogue::readPolicyFolder(folder);
  const auto cases = catalogue::readWorkedCases(folder);
  if (!files.ok() || !cases.ok()) {
    if (!files.ok()) printIssues(files.error());
    if (!cases.ok()) printIssues(cases.error());
    return kRefused;
  }
  base::Issues issues;
  const auto workdays = readWorkdays(folder);
  if (!workdays.ok()) append(issues, workdays.error());
  const auto catalogue = catalogue::Catalogue::load(*files);
  if (!catalogue.ok()) {
    append(issues, catalogue.error());
    return refuse(std::move(issues));
  }
  const engine::WorkedCaseReport report = engine::runWorkedCases(*catalogue, *cases);
  append(issues, catalogue::lint(**catalogue, *files));
  append(issues, report.issues);
  if (!issues.empty()) return refuse(std::move(issues));
  const bool coverage = arguments.options.count("coverage") != 0;
  if (coverage) printCoverage(**catalogue, report);
  if (coverage) printReach(**catalogue);
  printSummary(**catalogue, report);
  return kDone;
}

}  // namespace policycalc::app

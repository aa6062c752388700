#include <algorithm>
#include <set>

#include "policycalc/base/nearest.h"
#include "policycalc/base/text.h"
#include "policycalc/registry/sql.h"

#include "registry/sql/derived.h"
#include "registry/sql/fact_columns.h"
#include "registry/sql/industry.h"
#include "registry/sql/measures.h"
#include "registry/sql/names.h"

namespace policycalc::registry {
namespace {

using engine::Edition;
using sql::column;
using sql::TableName;

base::Issue issueAt(std::string pointer, std::string code, std::string message) {
  base::Issue issue;
  issue.code = std::move(code);
  issue.pointer = std::move(pointer);
  issue.message = std::move(message);
  return issue;
}

/// The tables and views of a script.
struct Names {
  TableName table;
  TableName view;
  TableName refused;
};

Names namesOf(const SqlRequest& request, base::Issues& issues) {
  const std::string view = request.view.empty() ? request.table + "_verdicts" : request.view;
  for (const auto& [pointer, name] : {std::pair("/table", request.table), std::pair("/view", view),
                                      std::pair("/view", view + "_refused")}) {
    const std::string fault = sql::faultOfName(name);
    if (fault.empty()) continue;
    issues.push_back(issueAt(pointer, "malformed", fault));
    return {};
  }
  Names names{sql::tableName(request.table), sql::tableName(view), {}};
  names.refused = names.view.sibling(names.view.name + "_refused");
  if (names.view == names.table || names.refused == names.table) {
    issues.push_back(issueAt("/view", "wrong_value",
                             base::quoted(view) + " is the table of facts; name another view"));
  }
  return names;
}

/// The measures asked for, in the order of the notice.
sql::Entries chosen(const Edition& edition, const SqlRequest& request, base::Issues& issues) {
  std::set<std::string> wanted;
  for (const std::string& id : request.measures) {
    const catalogue::Clause* clause = edition.catalogue().find(id);
    if (clause == nullptr || !clause->isMeasure()) {
      std::vector<std::string> ids;
      for (const auto& entry : edition.entries()) ids.push_back(entry.measure->id);
      issues.push_back(issueAt(
          "/measures", "unknown_measure",
          base::quoted(id) + " is not a measure" + base::didYouMean(base::nearestNames(id, ids))));
    } else if (!wanted.insert(id).second) {
      issues.push_back(issueAt("/measures", "duplicate_id", base::quoted(id) + " is given twice"));
    }
  }
  sql::Entries entries;
  for (const Edition::Entry& entry : edition.entries()) {
    if (request.measures.empty() || wanted.count(entry.measure->id) != 0) entries.push_back(&entry);
  }
  return entries;
}

void addDerivedStages(Dialect dialect, const Edition& edition, const sql::UsedFacts& used,
                      std::vector<sql::Stage>& stages) {
  const catalogue::Catalogue& catalogue = edition.catalogue();
  const facts::KnownFacts& is = catalogue.vocabulary().known();
  const bool size = used.tested.count(is.enterprise_size) != 0;
  const auto append = [&](const std::vector<sql::Stage>& more) {
    stages.insert(stages.end(), more.begin(), more.end());
  };
  if (size || used.tested.count(is.size_industry) != 0) {
    append(sql::industryStages(dialect, catalogue));
  }
  if (size) append(sql::sizeStages(catalogue));
  if (used.tested.count(is.ownership) != 0) append({sql::ownerStage(catalogue)});
}

sql::Query queryOf(Dialect dialect, const Edition& edition, const sql::UsedFacts& used,
                   sql::MeasureSteps steps) {
  const facts::Vocabulary& vocabulary = edition.catalogue().vocabulary();
  sql::Query query;
  sql::Stage given{"given", {}};
  for (const facts::FactIndex fact : used.read) {
    query.table_columns.push_back(columnOf(vocabulary.fact(fact)));
    given.columns.push_back(sql::givenColumn(dialect, vocabulary, fact));
  }
  query.stages.push_back(std::move(given));
  addDerivedStages(dialect, edition, used, query.stages);
  if (!steps.tests.columns.empty()) query.stages.push_back(std::move(steps.tests));
  if (!steps.conditions.columns.empty()) query.stages.push_back(std::move(steps.conditions));
  query.kept = {columnOf(vocabulary.fact(vocabulary.known().district))};
  query.result = std::move(steps.verdicts);
  return query;
}

std::string createTable(Dialect dialect, const facts::Vocabulary& vocabulary,
                        const sql::UsedFacts& used, const TableName& table) {
  const sql::DialectTraits& traits = sql::traitsOf(dialect);
  std::string text =
      "CREATE TABLE " + table.quoted() + " (\n  " + column(sql::kKey).text + " TEXT PRIMARY KEY";
  std::string comment = "the company's key";
  for (const facts::FactIndex index : used.read) {
    const facts::Fact& fact = vocabulary.fact(index);
    text += ",  -- " + sql::oneLine(comment) + "\n  " + column(columnOf(fact)).text + " " +
            std::string(traits.type(fact.type));
    comment = sql::describeColumn(vocabulary, index);
  }
  return text + "  -- " + sql::oneLine(comment) + "\n)" + std::string(traits.table_ending) + ";\n";
}

std::string createRefused(Dialect dialect, const facts::Vocabulary& vocabulary,
                          const sql::UsedFacts& used, const Names& names) {
  std::vector<std::string> parts;
  for (const facts::FactIndex fact : used.read) {
    std::string rows = sql::refusedRows(dialect, vocabulary, fact, names.table.quoted());
    if (!rows.empty()) parts.push_back(std::move(rows));
  }
  std::string text = base::join(parts, "UNION ALL\n");
  text.pop_back();
  return "CREATE VIEW " + names.refused.quoted() + " AS\n" + text + ";\n";
}

/// The days on which the script gives the same verdicts.
std::string period(const Edition& edition) {
  const catalogue::Catalogue& catalogue = edition.catalogue();
  const std::size_t index = Edition::indexOf(catalogue, edition.day());
  std::string text = "As of " + edition.day().toString() + ", the same from " +
                     Edition::firstDayLike(catalogue, edition.day()).toString();
  if (index < catalogue.boundaries().size()) {
    const base::Date next = catalogue.boundaries()[index];
    text += " to " + base::Date(next.days() - std::chrono::days(1)).toString();
  }
  return text;
}

std::string about(const Edition& edition, const SqlRequest& request, const Names& names,
                  const sql::Entries& entries) {
  const std::string measure =
      column(entries.empty() ? std::string(sql::kKey) : entries.front()->measure->id).text;
  const facts::Vocabulary& vocabulary = edition.catalogue().vocabulary();
  const std::string district = column(columnOf(vocabulary.fact(vocabulary.known().district))).text;
  const std::string view = names.view.quoted();
  const std::vector<std::string> lines{
      "Verdicts of policycalc as a view for " + std::string(toString(request.dialect)) + ".",
      "Policies " + edition.catalogue().hash(),
      period(edition) + "; make it again when they change.",
      "",
      "The view reads the table of facts below: a row a company, a column a fact, NULL if unknown.",
      "It keeps the key and the district, and has a column a measure: eligible, conditional (an",
      "authority has to judge), undetermined (a fact is missing), not_eligible, not_applicable or",
      "not_in_force. A value that the columns do not take counts as unknown;",
      names.refused.quoted() + " lists each.",
      "",
      "How many companies have which verdict:",
      "  SELECT " + measure + ", count(*) FROM " + view + " GROUP BY " + measure + ";",
      "How many are eligible in each district:",
      "  SELECT " + district + ", count(*) FROM " + view + " WHERE " + measure +
          " = 'eligible' GROUP BY " + district + ";"};
  std::string text;
  for (const std::string& line : lines) text += line.empty() ? "--\n" : "-- " + line + "\n";
  return text;
}

void checkWidth(Dialect dialect, const sql::Query& query, base::Issues& issues) {
  const std::size_t widest = sql::widestStep(query);
  const std::size_t most = sql::traitsOf(dialect).most_columns;
  if (widest <= most) return;
  issues.push_back(issueAt("/measures", "too_many",
                           "the view needs " + std::to_string(widest) + " columns; " +
                               std::string(toString(dialect)) + " has at most " +
                               std::to_string(most) + ": choose fewer measures"));
}

}  // namespace

base::Result<SqlScript, base::Issues> writeSql(const Edition& edition, const SqlRequest& request) {
  base::Issues issues;
  const facts::Vocabulary& vocabulary = edition.catalogue().vocabulary();
  const Names names = namesOf(request, issues);
  const sql::Entries entries = chosen(edition, request, issues);
  const sql::UsedFacts used = sql::usedFacts(edition.catalogue(), entries);
  sql::Query query = queryOf(request.dialect, edition, used,
                             sql::measureSteps(request.dialect, edition, entries, issues));
  query.table = names.table.quoted();
  checkWidth(request.dialect, query, issues);
  if (!issues.empty()) return issues;
  return SqlScript{
      about(edition, request, names, entries),
      createTable(request.dialect, vocabulary, used, names.table),
      "CREATE VIEW " + names.view.quoted() + " AS\n" + sql::render(request.dialect, query) + ";\n",
      createRefused(request.dialect, vocabulary, used, names),
      {used.read.begin(), used.read.end()}};
}

}  // namespace policycalc::registry

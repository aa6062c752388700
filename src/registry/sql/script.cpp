#include <algorithm>
#include <set>

#include "policycalc/base/nearest.h"
#include "policycalc/base/text.h"
#include "policycalc/registry/sql.h"

#include "registry/sql/derived.h"
#include "registry/sql/fact_columns.h"
#include "registry/sql/industry.h"
#include "registry/sql/mapped_columns.h"
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

/// The stage `given` of a table of facts.
void readFacts(Dialect dialect, const facts::Vocabulary& vocabulary, const sql::UsedFacts& used,
               sql::Query& query) {
  sql::Stage given{"given", {}};
  for (const facts::FactIndex fact : used.read) {
    query.table_columns.push_back(columnOf(vocabulary.fact(fact)));
    given.columns.push_back(sql::givenColumn(dialect, vocabulary, fact));
  }
  query.stages.push_back(std::move(given));
  query.kept = {columnOf(vocabulary.fact(vocabulary.known().district))};
}

/// The stages up to `given` and the faults of a registry's own columns.
void readRegistry(const sql::MappedColumns& mapped, const facts::Vocabulary& vocabulary,
                  sql::Query& query) {
  query.source = mapped.source;
  query.stages = mapped.stages;
  const facts::Fact& district = vocabulary.fact(vocabulary.known().district);
  query.result = {{columnOf(district), sql::given(district), {}},
                  {std::string(sql::kRefused), column(sql::kRefused), {}}};
}

void addVerdicts(sql::Query& query, std::vector<sql::StageColumn> verdicts, bool may_be_refused) {
  const sql::Expression is_sound = sql::isUnknown(column(sql::kRefused));
  for (sql::StageColumn& verdict : verdicts) {
    if (may_be_refused) verdict.value = sql::Case().when(is_sound, verdict.value).end();
    query.result.push_back(std::move(verdict));
  }
}

/// The steps after the stage `given`.
void addSteps(Dialect dialect, const Edition& edition, const sql::UsedFacts& used,
              sql::MeasureSteps steps, sql::Query& query) {
  addDerivedStages(dialect, edition, used, query.stages);
  if (!steps.tests.columns.empty()) query.stages.push_back(std::move(steps.tests));
  if (!steps.conditions.columns.empty()) query.stages.push_back(std::move(steps.conditions));
  addVerdicts(query, std::move(steps.verdicts), !query.source.empty());
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

/// The registry's own table, as far as it is read. Its columns may have other types.
std::string createRegistryTable(Dialect dialect, const std::vector<std::string>& columns,
                                const TableName& table) {
  std::vector<std::string> lines;
  lines.reserve(columns.size());
  for (const std::string& each : columns) lines.push_back("  " + column(each).text + " TEXT");
  return "CREATE TABLE " + table.quoted() + " (\n" + base::join(lines, ",\n") + "\n)" +
         std::string(sql::traitsOf(dialect).table_ending) + ";\n";
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

std::string createRegistryRefused(Dialect dialect, const sql::Query& query,
                                  const sql::MappedColumns& mapped, const Names& names) {
  std::vector<std::string> parts;
  parts.reserve(mapped.refusals.size());
  for (const sql::Expression& each : mapped.refusals) parts.push_back(each.text);
  std::string text = sql::renderStages(dialect, query, "faults") + base::join(parts, "UNION ALL\n");
  text.pop_back();
  return "CREATE VIEW " + names.refused.quoted() + " AS\n" + text + ";\n";
}

std::vector<std::string> columnsRead(const sql::MappedColumns& mapped, const std::string& key) {
  std::vector<std::string> columns{key};
  for (const std::string& each : mapped.columns) {
    if (each != key) columns.push_back(each);
  }
  return columns;
}

/// The days on which the script gives the same verdicts.
std::string period(const Edition& edition, const Mapping* mapping) {
  const catalogue::Catalogue& catalogue = edition.catalogue();
  const auto has_days = [](const Rule& rule) { return rule.days.has_value(); };
  if (mapping != nullptr &&
      std::any_of(mapping->rules().begin(), mapping->rules().end(), has_days)) {
    return "As of " + edition.day().toString() + " only, with which the mapping compares days";
  }
  const std::size_t index = Edition::indexOf(catalogue, edition.day());
  std::string text = "As of " + edition.day().toString() + ", the same from " +
                     Edition::firstDayLike(catalogue, edition.day()).toString();
  if (index < catalogue.boundaries().size()) {
    const base::Date next = catalogue.boundaries()[index];
    text += " to " + base::Date(next.days() - std::chrono::days(1)).toString();
  }
  return text;
}

std::vector<std::string> aboutFacts(const std::string& refused) {
  return {
      "The view reads the table of facts below: a row a company, a column a fact, NULL if unknown.",
      "It keeps the key and the district, and has a column a measure: eligible, conditional (an",
      "authority has to judge), undetermined (a fact is missing), not_eligible, not_applicable or",
      "not_in_force. A value that the columns do not take counts as unknown;",
      refused + " lists each."};
}

std::vector<std::string> aboutRegistry(const std::string& refused) {
  return {
      "The view reads the registry's own columns by the mapping: a row a company, columns of any",
      "type by their texts, NULL as an empty cell. It has the key, the district, and a column a",
      "measure: eligible, conditional (an authority has to judge), undetermined (a fact is",
      "missing), not_eligible, not_applicable or not_in_force. Where the mapping does not",
      "understand a cell, `refused` says which and why, as `/column: code`, and the verdicts are",
      "NULL; " + refused + " lists each such cell."};
}

std::string about(const Edition& edition, const SqlRequest& request, const Names& names,
                  const sql::Entries& entries) {
  const std::string measure =
      column(entries.empty() ? std::string(sql::kKey) : entries.front()->measure->id).text;
  const facts::Vocabulary& vocabulary = edition.catalogue().vocabulary();
  const std::string district = column(columnOf(vocabulary.fact(vocabulary.known().district))).text;
  const std::string view = names.view.quoted();
  std::vector<std::string> lines{
      "Verdicts of policycalc as a view for " + std::string(toString(request.dialect)) + ".",
      "Policies " + edition.catalogue().hash(),
      period(edition, request.mapping) + "; make it again when they change.", ""};
  const std::vector<std::string> how = request.mapping == nullptr
                                           ? aboutFacts(names.refused.quoted())
                                           : aboutRegistry(names.refused.quoted());
  lines.insert(lines.end(), how.begin(), how.end());
  const std::vector<std::string> questions{
      "", "How many companies have which verdict:",
      "  SELECT " + measure + ", count(*) FROM " + view + " GROUP BY " + measure + ";",
      "How many are eligible in each district:",
      "  SELECT " + district + ", count(*) FROM " + view + " WHERE " + measure +
          " = 'eligible' GROUP BY " + district + ";"};
  lines.insert(lines.end(), questions.begin(), questions.end());
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
  const Dialect dialect = request.dialect;
  const facts::Vocabulary& vocabulary = edition.catalogue().vocabulary();
  const Names names = namesOf(request, issues);
  const sql::Entries entries = chosen(edition, request, issues);
  const sql::UsedFacts used = sql::usedFacts(edition.catalogue(), entries);
  sql::Query query;
  query.table = names.table.quoted();
  sql::MappedColumns mapped;
  if (request.mapping == nullptr) {
    readFacts(dialect, vocabulary, used, query);
  } else {
    issues.addUpTo(base::kMostIssues,
                   sql::mappingFaults(dialect, vocabulary, *request.mapping, request.key));
    mapped = sql::mappedColumns(dialect, edition, *request.mapping, request.key, used.read);
    query.key = request.key;
    readRegistry(mapped, vocabulary, query);
  }
  addSteps(dialect, edition, used, sql::measureSteps(dialect, edition, entries, issues), query);
  checkWidth(dialect, query, issues);
  if (!issues.empty()) return issues;
  const std::string view =
      "CREATE VIEW " + names.view.quoted() + " AS\n" + sql::render(dialect, query) + ";\n";
  SqlScript script{about(edition, request, names, entries), {}, view, {}, {}, {}};
  if (request.mapping == nullptr) {
    script.table = createTable(dialect, vocabulary, used, names.table);
    script.refused = createRefused(dialect, vocabulary, used, names);
    script.facts = {used.read.begin(), used.read.end()};
    return script;
  }
  script.columns = columnsRead(mapped, request.key);
  script.table = createRegistryTable(dialect, script.columns, names.table);
  script.refused = createRegistryRefused(dialect, query, mapped, names);
  return script;
}

}  // namespace policycalc::registry

#include "registry/sql/stages.h"

#include <algorithm>

#include "policycalc/base/text.h"

#include "registry/sql/names.h"

namespace policycalc::registry::sql {
namespace {

/// Quoted, as the names of all stages: none of them is a word of SQL.
constexpr std::string_view kFirst = "\"company\"";

/// `SELECT` with one column on each line. A comment ends its line, after the comma.
std::string select(const std::string& passed_on, const std::vector<StageColumn>& columns) {
  struct Line {
    std::string text;
    std::string comment;
  };
  std::vector<Line> lines{{passed_on, ""}};
  for (const StageColumn& each : columns) {
    lines.push_back({each.value.text + " AS " + column(each.name).text, each.comment});
  }
  std::string text = "SELECT\n";
  for (std::size_t i = 0; i < lines.size(); ++i) {
    text += "  " + lines[i].text + (i + 1 < lines.size() ? "," : "");
    if (!lines[i].comment.empty()) text += "  -- " + oneLine(lines[i].comment);
    text += "\n";
  }
  return text;
}

/// The columns of the table that are read.
std::string readTable(const Query& query) {
  if (!query.source.empty()) {
    const std::string table = column(kSourceTable).text;
    const std::string key = table + "." + column(query.key).text + " AS " + column(kKey).text;
    return select(key, query.source) + "FROM " + query.table + " AS " + table + "\n";
  }
  std::vector<std::string> names{column(kKey).text};
  for (const std::string& name : query.table_columns) names.push_back(column(name).text);
  return "SELECT " + base::join(names, ", ") + "\nFROM " + query.table + "\n";
}

}  // namespace

std::string renderStages(Dialect dialect, const Query& query, std::string_view last_name) {
  const DialectTraits& traits = traitsOf(dialect);
  const std::string begin = " AS " + std::string(traits.with_stage) + "(\n";
  std::string text = "WITH " + std::string(kFirst) + begin + readTable(query) + ")";
  std::string last(kFirst);
  for (const Stage& stage : query.stages) {
    const std::string name = column(stage.name).text;
    for (const std::string& part :
         {std::string(",\n"), name, begin, std::string(traits.before_stage),
          select(base::join({last, "*"}, "."), stage.columns), std::string("FROM "), last,
          std::string("\n"), std::string(traits.after_stage), std::string(")")}) {
      text += part;
    }
    last = name;
    if (stage.name == last_name) break;
  }
  return text + "\n";
}

std::string render(Dialect dialect, const Query& query) {
  const std::string last =
      query.stages.empty() ? std::string(kFirst) : column(query.stages.back().name).text;
  std::vector<std::string> kept{column(kKey).text};
  for (const std::string& name : query.kept) kept.push_back(column(name).text);
  return renderStages(dialect, query, {}) + select(base::join(kept, ", "), query.result) + "FROM " +
         last;
}

std::size_t widestStep(const Query& query) {
  std::size_t columns = 1 + query.table_columns.size() + query.source.size();
  for (const Stage& stage : query.stages) columns += stage.columns.size();
  return std::max(columns, 1 + query.kept.size() + query.result.size());
}

}  // namespace policycalc::registry::sql

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "policycalc/base/issue.h"
#include "policycalc/base/result.h"
#include "policycalc/engine/edition.h"
#include "policycalc/registry/mapping.h"

namespace policycalc::registry {

/// A database that runs the criteria.
enum class Dialect : std::uint8_t { kPostgresql, kSqlite, kDuckdb };
std::string_view toString(Dialect dialect);
std::optional<Dialect> parseDialect(std::string_view text);

/// What writeSql() is asked for.
struct SqlRequest {
  Dialect dialect = Dialect::kPostgresql;
  std::string table = "companies";         ///< of facts: `name` or `schema.name`
  std::string view = {};                   ///< empty: the table's name with `_verdicts`
  std::vector<std::string> measures = {};  ///< ids; empty: all
  /// How the table's own columns become facts; it outlives the call. Null: the table holds facts.
  const Mapping* mapping = nullptr;
  std::string key = "id";  ///< with a mapping: the column that names a company
};

/// The criteria of an edition as SQL. Each part ends in a line feed.
struct SqlScript {
  std::string about;    ///< comments: the catalogue, the day, how to count
  std::string table;    ///< CREATE TABLE with the columns that the views read
  std::string view;     ///< CREATE VIEW: for each company its key, district and a verdict a measure
  std::string refused;  ///< CREATE VIEW: the values that the vocabulary does not allow
  std::vector<facts::FactIndex> facts;  ///< those with a column, in the order of the columns
  std::vector<std::string> columns;     ///< with a mapping, in their place: of the registry's table
};

/// Writes the measures of `edition` as a view that gives the verdicts of engine::verdicts(): the
/// same three-valued logic, the same derived size, industry and owner, exact figures. A value that
/// the vocabulary does not allow counts as unknown there, and the second view lists it. The same
/// edition and request give the same text. Refuses with an issue for each: a wrong name, an unknown
/// or repeated measure, more columns than the database takes, figures that it cannot compute
/// exactly.
///
/// With a mapping the view reads the registry's own columns, of any types, by their texts: the same
/// answers as of EntryReader for the rows of a CSV, cell by cell, where NULL is an empty cell. The
/// column `refused` has the first fault of a row as `/column: code`, and its verdicts are then
/// NULL; the second view lists each such cell with its code. Refuses with `not_exact` what the
/// database cannot do: factors other than powers of ten, columns whose names it does not tell
/// apart.
///
/// Pure; any thread.
base::Result<SqlScript, base::Issues> writeSql(const engine::Edition& edition,
                                               const SqlRequest& request);

/// The column of a fact in the table: its id; with `_fen` for money and `_millionths` for shares,
/// so that they are not read as yuan or per cent.
std::string columnOf(const facts::Fact& fact);

/// A value in the form that the column takes; NULL if unknown.
std::string literalOf(const facts::Given& given, const facts::Fact& fact);

}  // namespace policycalc::registry

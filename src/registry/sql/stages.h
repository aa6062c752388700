#pragma once

#include <string>
#include <vector>

#include "registry/sql/dialect.h"

namespace policycalc::registry::sql {

/// The company's key, which every view passes on.
inline constexpr std::string_view kKey = "id";

/// A column that a stage computes.
struct StageColumn {
  std::string name;
  Expression value;
  std::string comment;  ///< may be empty
};

/// A step of a query. It reads the columns of the table and of the steps before it, and passes them
/// on; the names of all columns differ.
struct Stage {
  std::string name;
  std::vector<StageColumn> columns;
};

/// A query from the table over the stages to the last columns.
struct Query {
  std::string table;                       ///< quoted
  std::vector<std::string> table_columns;  ///< that are read, without the key
  std::string key = std::string(kKey);     ///< the column of the table with the key
  std::vector<StageColumn> source;         ///< in place of table_columns: what is read, by its name
  std::vector<Stage> stages;
  std::vector<std::string> kept;    ///< columns of the table that the result keeps beside the key
  std::vector<StageColumn> result;  ///< after the key and these
};

/// The query without a semicolon.
std::string render(Dialect dialect, const Query& query);
/// Its stages, up to the one with this name; a SELECT from it may follow.
std::string renderStages(Dialect dialect, const Query& query, std::string_view last);

/// The name under which a query reads its table if it has a `source`.
inline constexpr std::string_view kSourceTable = "registry";

/// The columns of the widest step: each passes on those before it.
std::size_t widestStep(const Query& query);

}  // namespace policycalc::registry::sql

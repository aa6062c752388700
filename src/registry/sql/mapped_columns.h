#pragma once

#include <set>
#include <string>
#include <vector>

#include "policycalc/base/issue.h"
#include "policycalc/engine/edition.h"
#include "policycalc/registry/mapping.h"

#include "registry/sql/stages.h"

namespace policycalc::registry::sql {

/// The column with the first fault of a row as `/column: code`; NULL without one.
inline constexpr std::string_view kRefused = "refused";

/// A registry's own columns, read by a mapping.
struct MappedColumns {
  std::vector<std::string> columns;  ///< of the registry, without the key
  std::vector<StageColumn> source;   ///< what is read of the registry's table, after the key
  std::vector<Stage> stages;         ///< up to what fact_columns.h calls `given`, and kRefused
  std::vector<Expression> refusals;  ///< each the end of a query for the cells with a fault
};

/// The columns that tell the facts `read`, and what decides whether a row is refused: the same as
/// EntryReader with this mapping on the rows of a CSV, where NULL is an empty cell.
MappedColumns mappedColumns(Dialect dialect, const engine::Edition& edition, const Mapping& mapping,
                            const std::string& key, const std::set<facts::FactIndex>& read);

/// What the database cannot do exactly: factors other than powers of ten, names of columns that it
/// does not tell apart.
base::Issues mappingFaults(Dialect dialect, const facts::Vocabulary& vocabulary,
                           const Mapping& mapping, const std::string& key);

}  // namespace policycalc::registry::sql

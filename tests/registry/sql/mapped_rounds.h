#pragma once

#include <optional>
#include <string>
#include <vector>

#include "policycalc/registry/sql.h"

namespace policycalc::test {

using TextRow = std::vector<std::optional<std::string>>;

/// The rows of a registry, as texts, and the mapping that reads them.
struct MappedRound {
  registry::Mapping mapping;
  std::string key;
  std::vector<std::string> columns;
  std::vector<TextRow> rows;
};

/// A made company register of `firms` rows by the mapping of the policies, some of its cells
/// spoilt; then rows for each form of mapping with hostile cells.
std::vector<MappedRound> mappedRounds(std::size_t firms);

/// A script that makes each registry and its views and compares each row with EntryReader and the
/// engine. At its end the table `compared` has a row a round: `round`, `companies`, `answers`,
/// `refused`; the table `differences` has a row for each company that differs: `day`, `profile`
/// (its number), `measure` (`refused` or `verdicts`), `by_sql`, `by_engine`. Verdicts are one
/// letter a measure.
std::string mappedScript(const std::vector<MappedRound>& rounds, registry::Dialect dialect);

}  // namespace policycalc::test

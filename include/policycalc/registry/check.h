#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "policycalc/json/writer.h"
#include "policycalc/registry/cells.h"
#include "policycalc/registry/records.h"

namespace policycalc::registry {

/// Tries a mapping on a registry and counts what it does not know. Keeps no more of the rows than
/// the values that it does not know, and of these a bounded number. Not thread-safe.
class MappingCheck {
 public:
  /// `columns` are those of a CSV, empty for lines of JSON. What it refers to outlives it.
  MappingCheck(const Mapping& mapping, const facts::Vocabulary& vocabulary, base::Date day,
               std::vector<std::string> columns);

  void add(const Block& block);

  /// Whether nothing is wrong: all columns are mapped and every cell is understood.
  bool isClean() const;

  /// `{"rows", "refused", "unknown_columns", "missing_columns", "facts_never_filled", "columns":
  /// [{"column", "fact", "filled", "empty", "refused", "refused_share", "faults": [{"code",
  /// "count", "first_line"}], "values": [{"value", "count", "share", "first_line"}],
  /// "other_values"}]}`. Shares are per cent of the rows with two decimals.
  std::string report() const;

 private:
  struct Seen {
    std::uint64_t count = 0;
    std::uint64_t first_line = 0;
  };
  using Counts = std::map<std::string, Seen, std::less<>>;
  struct Column {
    std::uint64_t filled = 0;
    std::uint64_t empty = 0;
    std::uint64_t refused = 0;
    Counts faults;  ///< by code
    Counts values;  ///< that are not known
    std::uint64_t other_values = 0;
  };

  void addRow(const Block& block, const Block::Record& record);
  void addLine(std::string_view text, std::uint64_t line);
  void addCell(std::size_t rule, std::string_view cell, std::uint64_t line);
  void noteColumn(const std::string& column);
  using Named = std::pair<std::string, Seen>;
  void writeColumn(json::Writer& writer, const Column& column) const;
  void writeSeen(json::Writer& writer, std::string_view key, std::string_view name,
                 const std::vector<Named>& all) const;

  const Mapping& mapping_;
  const facts::Vocabulary& vocabulary_;
  CellReader cells_;
  std::vector<std::string> columns_;
  std::vector<Column> seen_;        ///< by rule
  std::vector<bool> filled_;        ///< by fact
  std::vector<std::string> found_;  ///< columns of lines of JSON
  std::uint64_t rows_ = 0;
  Counts refused_;  ///< rows that cannot be read, by code
};

}  // namespace policycalc::registry

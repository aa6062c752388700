#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "policycalc/base/date.h"
#include "policycalc/base/decimal.h"
#include "policycalc/base/issue.h"
#include "policycalc/base/result.h"
#include "policycalc/facts/profile.h"

namespace policycalc::registry {

/// How the cells of one column tell one fact.
struct Rule {
  std::string column;
  std::string pointer;  ///< of the column in a row, as a JSON pointer
  facts::FactIndex fact = 0;
  std::map<std::string, facts::Given, std::less<>> values;  ///< by plainText() of the cell
  /// By how the cell begins; the longest comes first.
  std::vector<std::pair<std::string, facts::Given>> beginnings;
  std::optional<base::Decimal> factor;  ///< a number is multiplied by it
  std::string separator;                ///< of a list; "" for one value a cell
  bool is_district = false;             ///< codes of any length and names in addresses
  struct Days {
    facts::Given before;  ///< where the cell is a day before that of the match
    facts::Given from;    ///< where it is that day or later
  };
  std::optional<Days> days;
  bool otherwise_unknown = false;  ///< a cell that is not understood is unknown, not a fault
};

/// How the columns of a registry become the facts of a profile; `policies/mappings/README.md`
/// describes the file. Immutable; any thread may read.
class Mapping {
 public:
  /// Reads a mapping file and returns all issues, each with its place: those of the JSON reader,
  /// `unknown_field`, `missing_field`, `wrong_type`, `wrong_value`, `unknown_fact`,
  /// `contradiction`, and those of facts::readGiven() for the values.
  static base::Result<Mapping, base::Issues> read(std::string_view text, std::string_view file,
                                                  const facts::Vocabulary& vocabulary);

  /// The mapping of columns that are named like facts; a list is separated by semicolons. The
  /// column `key` may have any name; others are found by check().
  static Mapping ofFacts(const std::vector<std::string>& columns, const std::string& key,
                         const facts::Vocabulary& vocabulary);

  const std::vector<Rule>& rules() const { return rules_; }
  const std::vector<std::pair<facts::FactIndex, facts::Given>>& constants() const {
    return constants_;
  }
  /// The column that names a row; "" if the file tells none.
  const std::string& key() const { return key_; }

  /// Columns of an input that the mapping does not mention.
  std::vector<std::string> unmapped(const std::vector<std::string>& columns) const;
  /// Columns that the mapping reads and the input lacks.
  std::vector<std::string> missing(const std::vector<std::string>& columns) const;
  /// Both as issues, `unknown_column` and `missing_column`, where `key` names the rows.
  base::Issues check(const std::vector<std::string>& columns, const std::string& key) const;
  bool mentions(std::string_view column) const;

 private:
  friend class MappingLoader;

  std::vector<Rule> rules_;
  std::vector<std::pair<facts::FactIndex, facts::Given>> constants_;
  std::vector<std::string> unused_;
  bool others_unused_ = false;
  std::string key_;
};

/// The text of a cell as values are compared: without blanks around it, in narrow characters.
std::string plainText(std::string_view cell);

}  // namespace policycalc::registry

#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "policycalc/base/date.h"
#include "policycalc/registry/mapping.h"

namespace policycalc::registry {

/// Reads the cells of rows by the rules of a mapping. Remembers what the cells of columns with few
/// different values mean. Keeps references to its arguments. Not thread-safe: one for each thread.
class CellReader {
 public:
  CellReader(const Mapping& mapping, const facts::Vocabulary& vocabulary, base::Date day);

  /// The answer of a cell by mapping.rules()[rule]; unknown if the cell is empty. Adds
  /// `unknown_value`, `wrong_date` and the faults of facts::readGiven() to `issues`, at the rule's
  /// pointer; the answer is then unknown.
  facts::Given read(std::size_t rule, std::string_view cell, base::Issues& issues);

 private:
  facts::Given understand(const Rule& rule, std::string_view cell, base::Issues& issues) const;
  facts::Given typed(const Rule& rule, std::string_view cell, const std::string& plain,
                     base::Issues& issues) const;
  facts::Given number(const Rule& rule, const std::string& plain, base::Issues& issues) const;
  facts::Given list(const Rule& rule, const std::string& plain, base::Issues& issues) const;
  facts::Given text(const Rule& rule, std::string_view cell, const std::string& plain,
                    base::Issues& issues) const;
  std::optional<facts::Given> option(const Rule& rule, const std::string& plain) const;
  facts::Given unknownValue(const Rule& rule, const std::string& plain, base::Issues& issues) const;

  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const {
      return std::hash<std::string_view>()(text);
    }
  };
  using Known = std::unordered_map<std::string, facts::Given, Hash, std::equal_to<>>;

  const Mapping& mapping_;
  const facts::Vocabulary& vocabulary_;
  base::Date day_;
  std::vector<Known> known_;  ///< by rule
};

/// The day that a register writes as `2020-01-31`, `2020/1/31`, `2020.1.31`, `20200131` or
/// `2020年1月31日`, also with a time of day after it.
std::optional<base::Date> readDay(std::string_view plain);

/// The option of `district` that a register means: by its code (the first six digits of 6, 9 or
/// 12), its own code, or the only name of a district in the text. A code of another city is
/// Vocabulary::outside().
std::optional<std::size_t> readDistrict(std::string_view plain,
                                        const facts::Vocabulary& vocabulary);

}  // namespace policycalc::registry

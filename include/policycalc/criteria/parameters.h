#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "policycalc/base/date.h"
#include "policycalc/base/decimal.h"
#include "policycalc/json/decoder.h"

namespace policycalc::criteria {

/// The place in a document on which a rule or a figure rests. `item` and `cell` are 0 if the
/// document has none.
struct Citation {
  std::string document;
  int item = 0;
  int cell = 0;
  std::string clause;
};

/// Reads {document, item, cell, clause}; the last three may be absent or null.
Citation loadCitation(json::Decoder object);

/// What a quantity counts. Quantities of different kinds are never added or compared.
enum class Quantity : std::uint8_t { kMoney, kPercent, kPersons, kYears, kDays };

/// A figure of the policies: its value in each period, with its source.
struct Parameter {
  struct Period {
    base::Date from;
    std::optional<base::Date> to;  ///< inclusive; absent: open end
    base::Decimal value;           ///< yuan, per cent, persons, years, days
    Citation source;
    std::string note;
    std::string pointer;  ///< in parameters.json
  };

  std::string id;
  std::string label;
  Quantity quantity = Quantity::kMoney;
  bool percentage_points = false;  ///< a difference of two ratios: 3 个百分点
  std::vector<Period> periods;     ///< sorted, without overlap
  std::optional<base::Date> last_checked;
  json::Position position;
  std::string pointer;

  /// The value in force on `day`, or nothing.
  const Period* at(base::Date day) const;
};

/// The unit as `parameters.json` names it: CNY, percent, percentage_point, person, year, day.
std::string_view unitOf(const Parameter& parameter);

using ParameterIndex = std::uint16_t;

/// All parameters of a catalogue. Immutable after loading.
class Parameters {
 public:
  /// Reads `parameters.json`; reports empty and overlapping periods.
  static Parameters load(json::Decoder& root);

  const std::vector<Parameter>& all() const { return all_; }
  const Parameter& operator[](ParameterIndex index) const { return all_[index]; }
  std::optional<ParameterIndex> find(std::string_view id) const;

 private:
  std::vector<Parameter> all_;
  std::map<std::string, ParameterIndex, std::less<>> by_id_;
};

/// A quantity for people: `300万元`, `40%`, `3个百分点`, `20人`, `3年`.
std::string toChinese(const base::Decimal& value, Quantity quantity,
                      bool percentage_points = false);
/// The same in English: `CNY 3,000,000`, `40%`, `3 percentage points`, `20 people`, `3 years`; a
/// calendar year as `2024`.
std::string toEnglish(const base::Decimal& value, Quantity quantity,
                      bool percentage_points = false);

}  // namespace policycalc::criteria

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "policycalc/base/date.h"
#include "policycalc/base/issue.h"
#include "policycalc/catalogue/registry.h"
#include "policycalc/facts/vocabulary.h"

namespace policycalc::catalogue {

/// How to reach a unit or a service hall. Unknown values are empty.
struct Contact {
  std::string place;  ///< id of a unit, `hall` (the city's), or `hall-` and a district
  std::optional<std::size_t> unit;      ///< index into the registry
  std::optional<std::size_t> district;  ///< the option of the fact `district` that a hall serves
  std::string address;
  std::string telephone;
  std::string hours;
  std::string page;    ///< address on the web
  std::string source;  ///< where this comes from
  std::optional<base::Date> last_checked;
  int line = 0;  ///< in contacts.csv, from 1

  bool isHall() const { return !unit; }
  /// True if nothing is known.
  bool isEmpty() const;
  /// True if the entry was last checked more than a year ago.
  bool isOutdated(base::Date today) const;
};

/// `contacts.csv`, in the order of its rows. Immutable after loading; any thread may read.
class Contacts {
 public:
  /// Reads CSV as spreadsheets save it: UTF-8 with or without a byte order mark, any line end,
  /// quoted or not, dates with hyphens or slashes, empty rows and columns at the end. Reports
  /// `wrong_columns`, `syntax`, `unknown_place`, `duplicate_id`, `wrong_value`, `missing_source`,
  /// `formula` (a cell that a spreadsheet would run), each with a line.
  static Contacts load(std::string_view csv, const Registry& registry,
                       const facts::Vocabulary& vocabulary, base::Issues& issues);

  /// The rows in canonical form; load() reads the same contacts from it.
  std::string toCsv() const;

  const std::vector<Contact>& all() const { return all_; }
  const Contact* ofUnit(std::size_t unit) const;
  /// The hall of a district, or of the city if absent.
  const Contact* hallOf(std::optional<std::size_t> district) const;

 private:
  std::vector<Contact> all_;
};

}  // namespace policycalc::catalogue

#pragma once

#include <cstdint>
#include <set>

#include "policycalc/base/date.h"
#include "policycalc/json/decoder.h"

namespace policycalc::desk {

/// A day or a number that was reckoned in workdays. Provisional: it rests on a year whose holidays
/// the table does not hold, and may move once they are announced.
struct ReckonedDay {
  base::Date day;
  bool provisional = false;
};
struct ReckonedCount {
  std::int64_t workdays = 0;
  bool provisional = false;
};

/// Which days are worked: Monday to Friday, but for the days off and the make-up workdays of the
/// yearly notice, as `hall/workdays.json` gives them. In a year that the table does not hold, only
/// weekends are off. Dates are days at the desk. Immutable once loaded; any thread may read.
class Workdays {
 public:
  /// Reads `years` of the file. Beside the codes of the decoder it reports `empty_period`,
  /// `wrong_year`, `duplicate_year`, `duplicate_day`, `worked_weekday` and `contradicting_day`.
  static Workdays load(json::Decoder& root);

  bool isWorkday(base::Date day) const;
  /// Whether the table holds the day's year.
  bool isCertain(base::Date day) const;

  /// The n-th workday after `from`, which itself never counts; for a negative n the n-th before;
  /// for 0 `from`, workday or not. Goes day by day.
  ReckonedDay addWorkdays(base::Date from, int n) const;
  /// Undoes addWorkdays(): the workdays after `from` up to `to`, which counts; where `to` lies
  /// before, minus the workdays from `to`, which counts, up to `from`. Goes day by day.
  ReckonedCount workdaysBetween(base::Date from, base::Date to) const;

 private:
  void loadYear(json::Decoder& object);
  void loadDaysOff(json::Decoder& object, int year);
  void loadWorkedDay(json::Decoder& object, int year);

  std::set<int> years_;
  std::set<base::Date> off_;
  std::set<base::Date> worked_;  ///< on a Saturday or Sunday
};

}  // namespace policycalc::desk

#pragma once

#include <cstdint>
#include <set>

#include "policycalc/base/date.h"
#include "policycalc/json/decoder.h"

namespace policycalc::desk {

/// A day or a number that was counted in workdays. It is provisional if it depends on a year whose
/// holidays are not in the table yet, as it may move when they are announced.
struct ReckonedDay {
  base::Date day;
  bool provisional = false;
};
struct ReckonedCount {
  std::int64_t workdays = 0;
  bool provisional = false;
};

/// The workdays: Monday to Friday, without the days off and with the make-up workdays of the yearly
/// notice, as `hall/workdays.json` lists them. In a year that the table lacks, only weekends are
/// off. Dates are days at UTC+8. Immutable once loaded; any thread may read.
class Workdays {
 public:
  /// Reads `years` of the file. Besides the codes of the decoder it reports `empty_period`,
  /// `wrong_year`, `duplicate_year`, `duplicate_day`, `worked_weekday` and `contradicting_day`.
  static Workdays load(json::Decoder& root);

  bool isWorkday(base::Date day) const;
  /// Whether the table has the day's year.
  bool isCertain(base::Date day) const;

  /// The n-th workday after `from`; for a negative n, the n-th before it. `from` never counts. For
  /// 0 it is `from`, workday or not. Goes day by day.
  ReckonedDay addWorkdays(base::Date from, int n) const;
  /// The inverse of addWorkdays(): the workdays after `from` up to and including `to`. If `to` is
  /// before `from`, minus the workdays from and including `to` up to `from`. Goes day by day.
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

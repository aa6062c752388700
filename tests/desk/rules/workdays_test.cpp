// The calendar over the real table: published notices do not change.
#include "policycalc/desk/rules/workdays.h"

#include <fstream>
#include <iterator>
#include <ostream>
#include <random>
#include <string>

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "desk/rules/small_workdays.h"

namespace policycalc::desk::test {
namespace {

const Workdays& real() {
  static const Deadlines deadlines = [] {
    std::ifstream stream(POLICYCALC_SOURCE_DIR "/policies/hall/workdays.json", std::ios::binary);
    BOOST_REQUIRE(stream.good());
    return deadlinesOf({std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()});
  }();
  return deadlines.workdays();
}

struct DayRow {
  const char* day;
  bool worked;
};
std::ostream& operator<<(std::ostream& out, const DayRow& row) {
  return out << row.day;
}

// The days on both sides of each edge of the two notices.
const DayRow kDays[] = {
    {"2025-01-01", false}, {"2025-01-02", true},  {"2025-01-25", false}, {"2025-01-26", true},
    {"2025-01-27", true},  {"2025-01-28", false}, {"2025-02-04", false}, {"2025-02-05", true},
    {"2025-02-08", true},  {"2025-02-09", false}, {"2025-04-03", true},  {"2025-04-04", false},
    {"2025-04-07", true},  {"2025-04-27", true},  {"2025-04-30", true},  {"2025-05-01", false},
    {"2025-05-05", false}, {"2025-05-06", true},  {"2025-05-30", true},  {"2025-05-31", false},
    {"2025-06-02", false}, {"2025-06-03", true},  {"2025-09-28", true},  {"2025-09-30", true},
    {"2025-10-01", false}, {"2025-10-08", false}, {"2025-10-09", true},  {"2025-10-11", true},
    {"2025-10-12", false}, {"2025-12-31", true},  {"2026-01-01", false}, {"2026-01-02", false},
    {"2026-01-03", false}, {"2026-01-04", true},  {"2026-01-05", true},  {"2026-02-13", true},
    {"2026-02-14", true},  {"2026-02-15", false}, {"2026-02-16", false}, {"2026-02-23", false},
    {"2026-02-24", true},  {"2026-02-28", true},  {"2026-03-01", false}, {"2026-04-03", true},
    {"2026-04-06", false}, {"2026-04-07", true},  {"2026-04-30", true},  {"2026-05-01", false},
    {"2026-05-05", false}, {"2026-05-06", true},  {"2026-05-09", true},  {"2026-05-10", false},
    {"2026-06-18", true},  {"2026-06-19", false}, {"2026-06-21", false}, {"2026-06-22", true},
    {"2026-09-20", true},  {"2026-09-24", true},  {"2026-09-25", false}, {"2026-09-27", false},
    {"2026-09-28", true},  {"2026-09-30", true},  {"2026-10-01", false}, {"2026-10-07", false},
    {"2026-10-08", true},  {"2026-10-10", true},  {"2026-10-11", false}, {"2026-12-31", true},
};

struct SumRow {
  const char* from;
  int workdays;
  const char* to;
  bool provisional;
};
std::ostream& operator<<(std::ostream& out, const SumRow& row) {
  return out << row.from << " and " << row.workdays;
}

const SumRow kSums[] = {
    {"2026-11-25", 0, "2026-11-25", false},
    {"2026-11-25", 1, "2026-11-26", false},
    {"2026-11-27", 1, "2026-11-30", false},   // over a weekend
    {"2026-11-28", 1, "2026-11-30", false},   // from a Saturday
    {"2026-11-28", 0, "2026-11-28", false},   // zero workdays keep the day
    {"2026-11-30", -1, "2026-11-27", false},  // and back
    {"2026-11-29", -1, "2026-11-27", false},
    {"2026-02-13", 1, "2026-02-14", false},  // onto a make-up Saturday
    {"2026-02-13", 2, "2026-02-24", false},  // over the spring festival
    {"2026-02-24", -1, "2026-02-14", false},
    {"2025-12-31", 1, "2026-01-04", false},  // over New Year, onto a make-up Sunday
    {"2026-01-04", -1, "2025-12-31", false},
    {"2026-12-30", 1, "2026-12-31", false},  // the table's last day
    {"2026-12-31", 1, "2027-01-01", true},   // the first day after it: not known yet
    {"2026-12-31", 2, "2027-01-04", true},
    {"2027-01-04", -2, "2026-12-31", true},
    {"2024-12-31", 1, "2025-01-02", false},  // the first day does not count
    {"2025-01-02", -1, "2024-12-31", true},  // before the table
};

constexpr std::uint64_t kSeed = 20261125;

}  // namespace

BOOST_AUTO_TEST_SUITE(WorkdayCalendar)

BOOST_DATA_TEST_CASE(a_day_is_worked_as_the_notice_says, kDays, row) {
  BOOST_TEST(real().isWorkday(day(row.day)) == row.worked);
}

// 261 weekdays minus the thirteen legal holidays: days off that move must balance.
BOOST_AUTO_TEST_CASE(a_year_loses_exactly_the_holidays_of_the_law) {
  BOOST_TEST(real().workdaysBetween(day("2024-12-31"), day("2025-12-31")).workdays == 261 - 13);
  BOOST_TEST(real().workdaysBetween(day("2025-12-31"), day("2026-12-31")).workdays == 261 - 13);
}

BOOST_AUTO_TEST_CASE(beyond_the_table_only_weekends_are_off) {
  BOOST_TEST(real().isCertain(day("2026-12-31")));
  BOOST_TEST(!real().isCertain(day("2027-01-01")));
  BOOST_TEST(real().isWorkday(day("2027-01-01")));
  BOOST_TEST(!real().isWorkday(day("2027-01-02")));
  BOOST_TEST(!real().isCertain(day("2024-12-31")));
  BOOST_TEST(real().isCertain(day("2025-01-01")));
}

BOOST_DATA_TEST_CASE(workdays_are_added_and_counted_back, kSums, row) {
  const ReckonedDay sum = real().addWorkdays(day(row.from), row.workdays);
  BOOST_TEST(sum.day.toString() == row.to);
  BOOST_TEST(sum.provisional == row.provisional);
  const ReckonedCount count = real().workdaysBetween(day(row.from), sum.day);
  BOOST_TEST(count.workdays == row.workdays);
  BOOST_TEST(count.provisional == row.provisional);
}

BOOST_AUTO_TEST_CASE(adding_and_counting_undo_each_other) {
  std::mt19937_64 random(kSeed);
  std::uniform_int_distribution<int> days_in(0, 4 * 365);
  std::uniform_int_distribution<int> workdays_in(-260, 260);
  const base::Date first = day("2024-06-01");
  for (int round = 0; round < 2000; ++round) {
    const base::Date from(first.days() + std::chrono::days(days_in(random)));
    const int n = workdays_in(random);
    const base::Date to = real().addWorkdays(from, n).day;
    const std::string where =
        "seed " + std::to_string(kSeed) + ": " + from.toString() + " and " + std::to_string(n);
    BOOST_TEST_REQUIRE(real().workdaysBetween(from, to).workdays == n, where);
    BOOST_TEST_REQUIRE((n == 0 || real().isWorkday(to)), where);

    const base::Date other(first.days() + std::chrono::days(days_in(random)));
    const auto count = real().workdaysBetween(from, other).workdays;
    const base::Date back = real().addWorkdays(from, static_cast<int>(count)).day;
    // The way back never ends on a day off, but on the workday before it.
    if (real().isWorkday(other)) {
      BOOST_TEST_REQUIRE(back.toString() == other.toString(), where);
    } else {
      BOOST_TEST_REQUIRE(real().workdaysBetween(back, other).workdays == 0, where);
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::desk::test

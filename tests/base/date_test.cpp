#include "policycalc/base/date.h"

#include <chrono>
#include <string_view>

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "base/require.h"

namespace {

using policycalc::base::beginInChina;
using policycalc::base::Date;
using policycalc::base::dayInChina;
using policycalc::base::Error;
using policycalc::base::require;

const std::string_view kDays[] = {
    "1900-01-01", "1999-12-31", "2000-02-29", "2024-02-29",
    "2024-03-13", "2025-02-28", "2026-11-25", "2999-12-31",
};

const std::string_view kNoDays[] = {
    "",
    "2025",
    "2025-02",
    "2025-02-29",
    "1900-02-29",
    "2100-02-29",
    "2025-04-31",
    "2025-00-10",
    "2025-13-10",
    "2025-01-00",
    "2025-01-32",
    "1899-12-31",
    "3000-01-01",
    "0000-01-01",
    "2025-1-01",
    "2025-01-1",
    "25-01-01",
    "2025/01/01",
    "20250101",
    "2025-01-01 ",
    " 2025-01-01",
    "2025-01-01T00:00:00Z",
    "2025-+1-01",
    "2025--1-01",
    "-025-01-01",
    "2025-01-0x",
    "２０２５-01-01",
    "2025年1月1日",
};

Date day(std::string_view text) {
  return require(Date::parse(text));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(DateText)

BOOST_DATA_TEST_CASE(a_day_is_written_as_it_was_read, kDays) {
  const auto date = Date::parse(sample);
  BOOST_REQUIRE(date.ok());
  BOOST_TEST(date->toString() == sample);
}

BOOST_DATA_TEST_CASE(other_forms_and_impossible_days_are_refused, kNoDays) {
  const auto date = Date::parse(sample);
  BOOST_REQUIRE(!date.ok());
  BOOST_TEST((date.error().code == Error::Code::kInvalid));
  BOOST_TEST(date.error().message == "not a date of the form YYYY-MM-DD between 1900 and 2999");
}

BOOST_AUTO_TEST_CASE(the_next_day_crosses_months_leap_days_and_years) {
  BOOST_TEST(day("2024-02-28").next().toString() == "2024-02-29");
  BOOST_TEST(day("2024-02-29").next().toString() == "2024-03-01");
  BOOST_TEST(day("2025-02-28").next().toString() == "2025-03-01");
  BOOST_TEST(day("2025-12-31").next().toString() == "2026-01-01");
}

BOOST_AUTO_TEST_CASE(a_year_later_is_the_same_day_and_of_a_leap_day_the_last_of_february) {
  BOOST_TEST(day("2025-11-29").yearLater().toString() == "2026-11-29");
  BOOST_TEST(day("2025-12-31").yearLater().toString() == "2026-12-31");
  BOOST_TEST(day("2024-02-28").yearLater().toString() == "2025-02-28");
  BOOST_TEST(day("2024-02-29").yearLater().toString() == "2025-02-28");
  BOOST_TEST(day("2024-03-01").yearLater().toString() == "2025-03-01");
  BOOST_TEST(day("2027-02-28").yearLater().toString() == "2028-02-28");
  BOOST_TEST((day("2999-12-31").yearLater() > day("2999-12-31")));
}

BOOST_AUTO_TEST_CASE(a_day_in_china_begins_at_16_00_utc) {
  using std::chrono::hours;
  using std::chrono::seconds;
  const std::chrono::sys_seconds begin =
      std::chrono::sys_seconds(day("2026-11-24").days()) + hours(16);
  BOOST_TEST((beginInChina(day("2026-11-25")) == begin));
  BOOST_TEST(dayInChina(begin - seconds(1)).toString() == "2026-11-24");
  BOOST_TEST(dayInChina(begin).toString() == "2026-11-25");
  BOOST_TEST(dayInChina(begin + hours(24) - seconds(1)).toString() == "2026-11-25");
  BOOST_TEST(dayInChina(std::chrono::sys_seconds(seconds(-57'601))).toString() == "1969-12-31");
}

BOOST_AUTO_TEST_CASE(days_are_ordered_and_counted) {
  BOOST_TEST((day("2024-03-12") < day("2024-03-13")));
  BOOST_TEST((day("2024-03-13") == day("2024-03-13")));
  BOOST_TEST((day("1970-01-02").days() == std::chrono::sys_days(std::chrono::days(1))));
  BOOST_TEST((day("2025-01-01").days() - day("2024-01-01").days() == std::chrono::days(366)));
}

BOOST_AUTO_TEST_CASE(the_first_day_is_the_first_that_can_be_read) {
  BOOST_TEST(Date::first().toString() == "1900-01-01");
  BOOST_TEST(Date::parse(Date::first().toString()).ok());
}

BOOST_AUTO_TEST_SUITE_END()

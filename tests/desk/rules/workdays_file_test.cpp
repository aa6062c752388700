// The issues of a table with mistakes.
#include <ostream>
#include <string>

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "desk/rules/small_workdays.h"

namespace policycalc::desk::test {
namespace {

using policycalc::test::listed;
using policycalc::test::replaced;
using policycalc::test::worded;

/// A change to the small table, and the issues that it brings, as `line pointer code`.
struct Row {
  const char* from;
  const char* to;
  const char* issues;
};
std::ostream& operator<<(std::ostream& out, const Row& row) {
  return out << row.to;
}

const Row kChanges[] = {
    {R"("from": "2026-01-01", "to": "2026-01-03")", R"("from": "2025-12-31", "to": "2026-01-03")",
     "13 /years/1/off/0/from wrong_year"},
    {R"("to": "2026-01-03")", R"("to": "2999-12-31")", "13 /years/1/off/0/to wrong_year"},
    {R"("to": "2026-02-23")", R"("to": "2026-02-14")", "14 /years/1/off/1 empty_period"},
    {R"("to": "2026-02-23")", R"("to": "2026-02-30")", "14 /years/1/off/1/to wrong_value"},
    {R"("to": "2026-02-23")", R"("to": 20260223)", "14 /years/1/off/1/to wrong_type"},
    {R"("from": "2026-02-15")", R"("from": "2026-01-02")",
     "14 /years/1/off/1 duplicate_day\n17 /years/1/worked/0/day contradicting_day\n"
     "18 /years/1/worked/1/day contradicting_day"},
    {R"("day": "2026-01-04")", R"("day": "2026-01-05")", "17 /years/1/worked/0/day worked_weekday"},
    {R"("day": "2026-01-04")", R"("day": "2026-01-03")",
     "17 /years/1/worked/0/day contradicting_day"},
    {R"("day": "2026-01-04")", R"("day": "2026-02-14")", "18 /years/1/worked/1/day duplicate_day"},
    {R"("day": "2026-01-04")", R"("day": "2025-01-04")", "17 /years/1/worked/0/day wrong_year"},
    {R"("day": "2026-01-04")", R"("day": "2026-01-04", "why": "")",
     "17 /years/1/worked/0/why unknown_field"},
    {R"("year": 2025)", R"("year": 2026)", "10 /years/1/year duplicate_year"},
    {R"("year": 2025)", R"("year": 2025.5)", "4 /years/0/year wrong_value"},
    {R"("year": 2025)", R"("year": 3000)", "4 /years/0/year wrong_value"},
    {R"("year": 2025)", R"("year": 1899)", "4 /years/0/year wrong_value"},
    {R"("year": 2025)", R"("year": 99999999999999999999)", "4 /years/0/year wrong_value"},
    {R"("year": 2026,)", "", "9 /years/1/year missing_field"},
    {R"("number": "2", )", "", "11 /years/1/source/number missing_field"},
    {R"("state": "received")", R"("state": "preparing")",
     "23 /deadlines missing_state\n25 /deadlines/1/state duplicate_state"},
    {R"("state": "received")", R"("state": "fulfilled")",
     "23 /deadlines missing_state\n24 /deadlines/0/state unknown_state"},
    {R"("state": "received", "workdays": 2)", R"("state": "received", "workdays": 0)",
     "24 /deadlines/0/workdays wrong_value"},
    {R"("state": "received", "workdays": 2)", R"("state": "received", "workdays": 251)",
     "24 /deadlines/0/workdays wrong_value"},
    {R"("state": "received", "workdays": 2)", R"("state": "received", "workdays": "2")",
     "24 /deadlines/0/workdays wrong_type"},
    {R"("longest_completion": 10)", R"("longest_completion": 0)",
     "29 /longest_completion wrong_value"},
    {R"("longest_completion": 10,)", "", "1 /longest_completion missing_field"},
    {"[10, 5, 1]", R"([1], "keeping": {"soon_months": 0, "urgent_days": 60, "check_months": 1})",
     "30 /keeping/soon_months wrong_value\n30 /keeping/urgent_days wrong_value"},
    {"[10, 5, 1]", R"([1], "keeping": {"soon_months": 6, "urgent_days": 15})",
     "30 /keeping/check_months missing_field"},
    {"[10, 5, 1]", "[]", "30 /permission_warnings wrong_value"},
    {"[10, 5, 1]", "[10, 10]", "30 /permission_warnings/1 wrong_value"},
    {"[10, 5, 1]", "[0]", "30 /permission_warnings/0 wrong_value"},
    {R"("due_soon": 1)", R"("due_soon": 2)", "24 /deadlines/0/due_soon wrong_value"},
    {R"("due_soon": 1)", R"("due_soon": -1)", "24 /deadlines/0/due_soon wrong_value"},
    {R"("due_soon": 1)", R"("due_soon": 0.5)", "24 /deadlines/0/due_soon wrong_value"},
    {R"("due_soon": 1)", R"("due_soon": "1")", "24 /deadlines/0/due_soon wrong_type"},
    {R"(, "due_soon": 1)", "", "24 /deadlines/0/due_soon missing_field"},
    {R"("due_soon": 1)", R"("reminders": [-1])",
     "24 /deadlines/0/due_soon missing_field\n24 /deadlines/0/reminders unknown_field"},
    {R"("note": "for tests",)", "", "1 /note missing_field"},
    {R"({ "state": "handed_over", "workdays": 1, "due_soon": 0 })", "7",
     "23 /deadlines missing_state\n26 /deadlines/2 wrong_type"},
    {R"({ "name": "spring", "day": "2026-02-14" })", "[]", "18 /years/1/worked/1 wrong_type"},
    {R"({ "name": "new year", "from": "2026-01-01", "to": "2026-01-03" })", "null",
     "13 /years/1/off/0 wrong_type"},
};

struct Whole {
  const char* text;
  const char* issues;
};
std::ostream& operator<<(std::ostream& out, const Whole& row) {
  return out << row.text;
}

const Whole kWholes[] = {
    {"", "1  syntax"},
    {"[]", "1  wrong_type"},
    {"{", "1  syntax"},
    {R"({"years": [], "note": "-", "deadlines": [],
        "longest_completion": 1, "permission_warnings": [1]})",
     "1 /years wrong_value\n1 /deadlines missing_state\n1 /deadlines missing_state\n"
     "1 /deadlines missing_state\n1 /deadlines missing_state"},
    {R"({"years": [7], "note": "-", "deadlines": null,
        "longest_completion": 1, "permission_warnings": [1]})",
     "1 /years/0 wrong_type\n1 /deadlines wrong_type"},
    {R"({"years": {}, "note": "-", "deadlines": null,
        "longest_completion": 1, "permission_warnings": [1]})",
     "1 /years wrong_type\n1 /deadlines wrong_type"},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(WorkdaysFile)

BOOST_AUTO_TEST_CASE(a_sound_table_is_read) {
  BOOST_TEST(Deadlines::read(kSmallWorkdays, "hall/workdays.json").ok());
}

BOOST_DATA_TEST_CASE(a_slip_is_named_with_its_place, kChanges, row) {
  const auto read = Deadlines::read(replaced(kSmallWorkdays, row.from, row.to), "workdays.json");
  BOOST_REQUIRE(!read.ok());
  BOOST_TEST(listed(read.error()) == row.issues);
  BOOST_TEST(worded(read.error()));
  for (const base::Issue& issue : read.error()) BOOST_TEST(issue.file == "workdays.json");
}

BOOST_DATA_TEST_CASE(a_file_of_another_shape_is_refused, kWholes, row) {
  const auto read = Deadlines::read(row.text, "workdays.json");
  BOOST_REQUIRE(!read.ok());
  BOOST_TEST(listed(read.error()) == row.issues);
}

BOOST_AUTO_TEST_CASE(the_first_and_the_last_year_of_a_date_are_years) {
  for (const char* year : {R"("year": 1900)", R"("year": 2999)"}) {
    const std::string text = replaced(kSmallWorkdays, R"("year": 2025)", year);
    BOOST_TEST(Deadlines::read(text, "workdays.json").ok(), year);
  }
}

BOOST_AUTO_TEST_CASE(the_longest_deadlines_are_allowed) {
  std::string text = replaced(kSmallWorkdays, R"("state": "received", "workdays": 2)",
                              R"("state": "received", "workdays": 250)");
  text = replaced(text, R"("due_soon": 1)", R"("due_soon": 249)");
  BOOST_TEST(Deadlines::read(text, "workdays.json").ok());
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::desk::test

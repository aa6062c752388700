#include <string>
#include <string_view>
#include <vector>

#include <boost/test/unit_test.hpp>

#include "app/process.h"

namespace policycalc::app::test {
namespace {

const char* const kPolicies = POLICYCALC_SOURCE_DIR "/policies";

Finished sql(std::vector<std::string> words) {
  words.insert(words.begin(), {"sql", "--policies", kPolicies, "--as-of", "2026-11-30"});
  return run(words);
}

bool holds(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(SqlCommand)

BOOST_AUTO_TEST_CASE(it_prints_the_table_as_a_comment_and_the_views) {
  const Finished done = sql({"--dialect", "sqlite"});
  BOOST_TEST(done.exit_code == 0, done.err);
  BOOST_TEST(
      holds(done.out, "\n--   CREATE TABLE \"companies\" (\n--     \"id\" TEXT PRIMARY KEY,"));
  BOOST_TEST(!holds(done.out, "\nCREATE TABLE"));
  BOOST_TEST(holds(done.out, "\nCREATE VIEW \"companies_verdicts\" AS\n"));
  BOOST_TEST(holds(done.out, "\nCREATE VIEW \"companies_verdicts_refused\" AS\n"));
  BOOST_TEST(sql({"--dialect", "sqlite"}).out == done.out);
}

BOOST_AUTO_TEST_CASE(it_takes_names_and_measures) {
  const Finished done = sql({"--dialect", "duckdb", "--table", "city.firms", "--view", "answers",
                             "--measure", "11.1.1a", "--measure", "8.1.b"});
  BOOST_TEST(done.exit_code == 0, done.err);
  BOOST_TEST(holds(done.out, "FROM \"city\".\"firms\""));
  BOOST_TEST(holds(done.out, "CREATE VIEW \"answers\" AS\n"));
  BOOST_TEST(holds(done.out, " AS \"8.1.b\""));
  BOOST_TEST(!holds(done.out, " AS \"11.1.2a\""));
}

BOOST_AUTO_TEST_CASE(it_answers_for_the_day_that_is_named) {
  const auto policies = std::string(kPolicies);
  const Finished before =
      run({"sql", "--policies", policies, "--dialect", "sqlite", "--as-of", "1999-12-31"});
  BOOST_TEST(before.exit_code == 0, before.err);
  BOOST_TEST(holds(before.out, "\n-- As of 1999-12-31, "));
  BOOST_TEST(!holds(before.out, "'eligible' ELSE"));
}

BOOST_AUTO_TEST_CASE(what_is_wrong_is_named) {
  BOOST_TEST(holds(sql({}).err, "--dialect"));
  BOOST_TEST(
      holds(sql({"--dialect", "oracle"}).err, "`oracle` is not one of postgresql, sqlite, duckdb"));
  BOOST_TEST(holds(sql({"--dialect", "sqlite", "--table", "a b"}).err, "/table: malformed: `a b`"));
  BOOST_TEST(holds(sql({"--dialect", "sqlite", "--measure", "0.0.a"}).err,
                   "/measures: unknown_measure: `0.0.a` is not a measure"));
  for (const Finished& refused : {sql({}), sql({"--dialect", "sqlite", "--table", ""}),
                                  sql({"--dialect", "sqlite", "--measure", "0.0.a"})}) {
    BOOST_TEST(refused.exit_code == 2);
    BOOST_TEST(refused.out == "");
  }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::app::test

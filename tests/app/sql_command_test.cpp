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

BOOST_AUTO_TEST_CASE(it_reads_the_columns_of_a_registry_by_its_mapping) {
  const std::string mapping = std::string(kPolicies) + "/mappings/company-register.json";
  const Finished done = sql({"--dialect", "sqlite", "--mapping", mapping});
  BOOST_TEST(done.exit_code == 0, done.err);
  BOOST_TEST(holds(done.out, "\n-- What is read of the registry's table:\n"));
  BOOST_TEST(holds(done.out, "\"registry\".\"统一社会信用代码\" AS \"id\""));
  BOOST_TEST(holds(done.out, "\"registry\".\"营业收入(万元)\""));
  const Finished other = sql({"--dialect", "duckdb", "--mapping", mapping, "--key", "编号"});
  BOOST_TEST(other.exit_code == 0, other.err);
  BOOST_TEST(holds(other.out, "\"registry\".\"编号\" AS \"id\""));
}

BOOST_AUTO_TEST_CASE(a_wrong_mapping_is_named) {
  BOOST_TEST(holds(sql({"--dialect", "sqlite", "--key", "a"}).err, "`--key` needs `--mapping`"));
  BOOST_TEST(holds(sql({"--dialect", "sqlite", "--mapping", "/nowhere.json"}).err,
                   "`/nowhere.json` cannot be read"));
  const Finished wrong =
      sql({"--dialect", "sqlite", "--mapping", std::string(kPolicies) + "/facts.json"});
  BOOST_TEST(wrong.exit_code == 2);
  BOOST_TEST(wrong.out == "");
  BOOST_TEST(holds(wrong.err, "columns"));
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

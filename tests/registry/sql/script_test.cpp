// What `writeSql` writes and refuses. `UPDATE_GOLDEN=1` writes the scripts in `golden/` anew.
#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <map>
#include <string>
#include <vector>

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "catalogue/small_policies.h"
#include "registry/sql/rounds.h"
#include "registry/sql/sqlite.h"
#include "registry/sql/term_policies.h"
#include "support/real_policies.h"

using namespace policycalc;
using namespace policycalc::test;
using registry::Dialect;

namespace {

const base::Date kDay = *base::Date::parse("2026-11-30");
const std::vector<std::string> kDialects{"postgresql", "sqlite", "duckdb"};

/// A measure for each kind of test: derived and given choices, a list, a boolean, a figure.
std::shared_ptr<const catalogue::Catalogue> smallCatalogue() {
  MeasureText first;
  first.id = "1.1.a";
  first.applies_when = R"({ "fact": "loan_need", "is": true })";
  first.requires_ = R"({ "all": [
    { "fact": "enterprise_size", "in": ["micro", "small"] },
    { "any": [{ "fact": "ownership", "is": "private" },
              { "not": { "fact": "awards", "has_any": ["gold", "silver"] } }] }] })";
  first.judged = kJudged;
  MeasureText second;
  second.id = "1.1.b";
  second.scope = "anyone";
  second.requires_ = R"({ "fact": "budget", "more_than": { "parameter": "ceiling" } })";
  MeasureText third;
  third.id = "1.1.c";
  third.valid = R"({ "from": "2024-01-01", "to": "2025-12-31" })";
  return loaded(smallPolicies({first, second, third}));
}

registry::SqlScript scriptOf(const std::shared_ptr<const catalogue::Catalogue>& catalogue,
                             Dialect dialect) {
  const auto script = registry::writeSql(engine::Edition(catalogue, kDay), {dialect, "companies"});
  BOOST_TEST_REQUIRE(script.ok());
  return *script;
}

/// The first fault of a request to the small catalogue: `pointer: code: message`.
std::string faultOf(const registry::SqlRequest& request) {
  const auto script = registry::writeSql(engine::Edition(smallCatalogue(), kDay), request);
  return script.ok() ? "" : base::formatIssue(script.error().front());
}

std::string read(const std::string& path) {
  std::ifstream stream(path);
  return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

/// The columns of the small catalogue's script in SQLite, with a view of the rows that tests add.
struct SmallTable {
  explicit SmallTable(const std::shared_ptr<const catalogue::Catalogue>& catalogue) {
    const auto script = scriptOf(catalogue, Dialect::kSqlite);
    database.run(script.table + script.view + script.refused);
  }

  std::string only(const std::string& query) {
    const auto rows = database.run(query);
    BOOST_TEST_REQUIRE(rows.size() == 1U);
    return rows.front().front().value_or("NULL");
  }

  Sqlite database;
};

}  // namespace

BOOST_AUTO_TEST_SUITE(SqlScript)

BOOST_DATA_TEST_CASE(the_script_is_as_agreed, kDialects) {
  const auto catalogue = smallCatalogue();
  const auto script = scriptOf(catalogue, *registry::parseDialect(sample));
  std::string text = script.about + script.table + script.view + script.refused;
  const std::size_t hash = text.find(catalogue->hash());
  BOOST_TEST_REQUIRE(hash != std::string::npos);
  text.replace(hash, catalogue->hash().size(),
               "(hash)");  // changes with every word of the policies
  const std::string path = POLICYCALC_SOURCE_DIR "/tests/registry/sql/golden/" + sample + ".sql";
  if (std::getenv("UPDATE_GOLDEN") != nullptr) std::ofstream(path) << text;
  BOOST_TEST(read(path) == text);
}

BOOST_AUTO_TEST_CASE(the_table_has_the_columns_that_the_measures_need) {
  const engine::Edition edition(realCatalogue(), kDay);
  const auto all = registry::writeSql(edition, {Dialect::kSqlite, "companies"});
  const auto one = registry::writeSql(edition, {Dialect::kSqlite, "companies", {}, {"11.1.1a"}});
  BOOST_TEST_REQUIRE(all.ok());
  BOOST_TEST_REQUIRE(one.ok());
  BOOST_TEST(one->facts.size() < all->facts.size());
  const auto& vocabulary = realCatalogue()->vocabulary();
  const facts::FactIndex status = vocabulary.known().registration_status;
  BOOST_TEST(std::count(one->facts.begin(), one->facts.end(), status) == 1);
  BOOST_TEST(all->table.find("\"annual_revenue_fen\" INTEGER") != std::string::npos);
  BOOST_TEST(all->table.find("\"company_name\"") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(names_are_refused_unless_plain) {
  for (const char* name : {"", "1companies", "com panies", "a.b.c", "a.", ".b", "a\"b", "公司",
                           "a;DROP TABLE b", "a'b", "-a"}) {
    BOOST_TEST(faultOf({Dialect::kSqlite, name}).rfind("/table: malformed: ", 0) == 0U, name);
    if (*name == '\0') continue;  // an empty view is the usual one
    BOOST_TEST(faultOf({Dialect::kSqlite, "t", name}).rfind("/view: malformed: ", 0) == 0U, name);
  }
  for (const char* name : {"companies", "Firms_2", "_x", "registry.companies", "select"}) {
    BOOST_TEST(faultOf({Dialect::kSqlite, name}) == "");
  }
}

BOOST_AUTO_TEST_CASE(a_name_has_at_most_63_characters_with_its_ending) {
  BOOST_TEST(faultOf({Dialect::kPostgresql, std::string(63, 't'), "v"}) == "");
  BOOST_TEST(faultOf({Dialect::kPostgresql, std::string(64, 't'), "v"}) != "");
  const std::size_t ending = std::string("_refused").size();
  BOOST_TEST(faultOf({Dialect::kPostgresql, "t", std::string(63 - ending, 'v')}) == "");
  BOOST_TEST(faultOf({Dialect::kPostgresql, "t", std::string(64 - ending, 'v')}) != "");
}

BOOST_AUTO_TEST_CASE(a_view_is_not_the_table) {
  BOOST_TEST(faultOf({Dialect::kSqlite, "t", "t"}).rfind("/view: wrong_value: ", 0) == 0U);
  BOOST_TEST(faultOf({Dialect::kSqlite, "t_refused", "t"}).rfind("/view: wrong_value: ", 0) == 0U);
}

BOOST_AUTO_TEST_CASE(measures_are_known_and_named_once) {
  BOOST_TEST(faultOf({Dialect::kSqlite, "t", {}, {"1.1.x"}}) ==
             "/measures: unknown_measure: `1.1.x` is not a measure (did you mean `1.1.a` or "
             "`1.1.b` or `1.1.c`?)");
  BOOST_TEST(faultOf({Dialect::kSqlite, "t", {}, {"1.9.z"}}) != "");  // internal
  BOOST_TEST(faultOf({Dialect::kSqlite, "t", {}, {"1.1.a", "1.1.a"}}) ==
             "/measures: duplicate_id: `1.1.a` is given twice");
  BOOST_TEST(faultOf({Dialect::kSqlite, "t", {}, {"1.1.b", "1.1.a"}}) == "");
}

BOOST_AUTO_TEST_CASE(figures_that_a_database_cannot_hold_are_refused) {
  const engine::Edition edition(termPolicies(true), kDay);
  const auto script = registry::writeSql(edition, {Dialect::kSqlite, "companies"});
  BOOST_TEST_REQUIRE(!script.ok());
  BOOST_TEST(base::formatIssue(script.error().front()) ==
             "/measures: out_of_range: the measure `1.1.h` cannot be computed by sqlite: the "
             "figures may become too great to be exact");
  BOOST_TEST(registry::writeSql(edition, {Dialect::kPostgresql, "companies"}).ok());
  BOOST_TEST(registry::writeSql(edition, {Dialect::kDuckdb, "companies"}).ok());
}

BOOST_AUTO_TEST_CASE(more_columns_than_the_database_has_are_refused) {
  std::vector<MeasureText> measures(1001);
  for (std::size_t i = 0; i < measures.size(); ++i) {
    measures[i].id = "1.1." + std::to_string(i);
    measures[i].requires_ = R"({ "fact": "loan_need", "is": true })";
  }
  const engine::Edition edition(loaded(smallPolicies(measures)), kDay);
  const auto script = registry::writeSql(edition, {Dialect::kSqlite, "companies"});
  BOOST_TEST_REQUIRE(!script.ok());
  BOOST_TEST(script.error().front().code == "too_many");
  const auto some = registry::writeSql(edition, {Dialect::kSqlite, "companies", {}, {"1.1.7"}});
  BOOST_TEST(some.ok());
}

BOOST_AUTO_TEST_CASE(a_title_cannot_end_its_comment) {
  auto files = smallPolicies({MeasureText{"1.1.a"}});
  std::string& measures = files.at("measures/01-one.json");
  const std::string title = R"("title": "措施")";
  measures.replace(measures.find(title), title.size(),
                   R"("title": "a\n; DROP TABLE companies; --")");
  const auto script = scriptOf(loaded(files), Dialect::kSqlite);
  BOOST_TEST(script.view.find("\n; DROP") == std::string::npos);
  BOOST_TEST(script.view.find("a ; DROP") != std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(SqlValues)

BOOST_AUTO_TEST_CASE(a_value_that_is_not_allowed_is_unknown_and_listed) {
  SmallTable table(smallCatalogue());
  table.database.run(
      "INSERT INTO companies (id, district, loan_need, enterprise_size, ownership, employees,"
      " awards, budget_fen, industry_code) VALUES"
      " ('1', 'here', 1, 'micro', 'private', 5, ',', 200000001, 'c 13-1'),"
      " ('2', 'nowhere', 2, 'tiny', 'nobody', -1, ',gold', -5, 'Z9')");
  BOOST_TEST(table.only("SELECT \"1.1.a\" FROM companies_verdicts WHERE id = '1'") ==
             "conditional");
  BOOST_TEST(table.only("SELECT \"1.1.b\" FROM companies_verdicts WHERE id = '1'") == "eligible");
  BOOST_TEST(table.only("SELECT \"1.1.a\" FROM companies_verdicts WHERE id = '2'") ==
             "undetermined");
  BOOST_TEST(table.only("SELECT \"1.1.b\" FROM companies_verdicts WHERE id = '2'") ==
             "undetermined");
  BOOST_TEST(table.only("SELECT \"1.1.c\" FROM companies_verdicts WHERE id = '2'") ==
             "not_in_force");
  BOOST_TEST(table.only("SELECT group_concat(\"column\" || '=' || \"value\", ' ') FROM"
                        " (SELECT * FROM companies_verdicts_refused WHERE id = '2'"
                        " ORDER BY \"column\")") ==
             "awards=,gold budget_fen=-5 district=nowhere employees=-1 enterprise_size=tiny "
             "industry_code=Z9 loan_need=2 ownership=nobody");
  BOOST_TEST(table.only("SELECT count(*) FROM companies_verdicts_refused WHERE id = '1'") == "0");
}

BOOST_AUTO_TEST_CASE(a_list_has_each_option_once_between_commas) {
  SmallTable table(smallCatalogue());
  for (const char* list : {",", ",gold,", ",gold,silver,", ",bronze,gold,silver,"}) {
    table.database.run("DELETE FROM companies; INSERT INTO companies (id, awards) VALUES ('1', '" +
                       std::string(list) + "')");
    BOOST_TEST(table.only("SELECT count(*) FROM companies_verdicts_refused") == "0", list);
  }
  for (const char* list : {"", "gold", ",gold", "gold,", ",gold,gold,", ",Gold,", ",gold,,silver,",
                           ",gold silver,", ",,", ",gold,x,"}) {
    table.database.run("DELETE FROM companies; INSERT INTO companies (id, awards) VALUES ('1', '" +
                       std::string(list) + "')");
    BOOST_TEST(table.only("SELECT count(*) FROM companies_verdicts_refused") == "1", list);
  }
}

BOOST_AUTO_TEST_CASE(an_industry_code_has_a_letter_and_four_digits_at_most) {
  SmallTable table(smallCatalogue());
  for (const char* code : {"C", "C1", "C13", "c1311", "1311", "1", "C-13", " 13 1"}) {
    table.database.run(
        "DELETE FROM companies; INSERT INTO companies (id, industry_code) VALUES"
        " ('1', '" +
        std::string(code) + "')");
    BOOST_TEST(table.only("SELECT count(*) FROM companies_verdicts_refused") == "0", code);
  }
  for (const char* code : {"", " ", "U13", "C13111", "13111", "C1a", "1C", "CC", "工业"}) {
    table.database.run(
        "DELETE FROM companies; INSERT INTO companies (id, industry_code) VALUES"
        " ('1', '" +
        std::string(code) + "')");
    BOOST_TEST(table.only("SELECT count(*) FROM companies_verdicts_refused") == "1", code);
  }
}

BOOST_AUTO_TEST_CASE(right_sides_with_facts_are_exact_at_their_edges) {
  const auto catalogue = termPolicies(false);
  const base::Date day = *base::Date::parse("2024-06-01");  // all measures are in force
  const engine::Edition edition(catalogue, day);
  const auto script = registry::writeSql(edition, {Dialect::kSqlite, "companies"}).value();
  const facts::Vocabulary& vocabulary = catalogue->vocabulary();
  Sqlite database;
  database.run(script.table + script.view);
  const auto fact = [&](const char* id) { return *vocabulary.find(id); };
  std::vector<facts::Profile> profiles;
  for (const std::int64_t other : {0, 3, 10'000, 30'000, 250'000, 1'000'000}) {
    for (const std::int64_t edge :
         {other + 30'000, other * 28 / 100, other + 70'000, std::int64_t{70'000}}) {
      for (const std::int64_t ratio : {edge - 1, edge, edge + 1}) {
        if (ratio < 0 || ratio > 1'000'000) continue;
        facts::Profile profile(vocabulary.facts().size());
        profile[fact("other_ratio")] = {true, {}, other, {}};
        profile[fact("ratio")] = {true, {}, ratio, {}};
        profile[fact("annual_revenue")] = {true, {}, other, {}};
        profile[fact("budget")] = {true, {}, 100'000 + ratio - edge, {}};  // around 1,000.01 yuan
        profiles.push_back(profile);
        profile[fact("other_ratio")] = {};
        profile[fact("annual_revenue")] = {};
        profiles.push_back(profile);
        profile[fact("ratio")] = {};
        profiles.push_back(profile);
      }
    }
  }
  for (std::size_t i = 0; i < profiles.size(); ++i) {
    database.run("INSERT INTO companies VALUES " +
                 rowOf(std::to_string(i), profiles[i], script, vocabulary));
  }
  const auto rows = database.run("SELECT * FROM companies_verdicts ORDER BY CAST(id AS INTEGER)");
  BOOST_TEST_REQUIRE(rows.size() == profiles.size());
  std::map<std::string, int> seen;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const auto verdicts = engine::verdicts(edition, profiles[i]);
    for (std::size_t at = 0; at < verdicts.size(); ++at) {
      const std::string& id = edition.entries()[at].measure->id;
      BOOST_TEST(rows[i][at + 2].value_or("NULL") == engine::toString(verdicts[at]), id);
      ++seen[id + " " + std::string(engine::toString(verdicts[at]))];
    }
  }
  for (const char* id : {"1.1.a", "1.1.b", "1.1.c", "1.1.d", "1.1.e", "1.1.f"}) {
    for (const char* verdict : {"eligible", "not_eligible", "undetermined"}) {
      BOOST_TEST(seen[std::string(id) + " " + verdict] > 0, id << " " << verdict);
    }
  }
  BOOST_TEST(seen["1.1.g eligible"] == static_cast<int>(profiles.size()));
}

BOOST_AUTO_TEST_SUITE_END()

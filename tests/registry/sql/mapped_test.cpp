// SQLite reads a registry's own columns by a mapping as `policycalc batch` does, cell by cell: a
// made register of 10,000 firms and hostile cells. DuckDB and PostgreSQL run the same script.
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "registry/sql/mapped_rounds.h"
#include "registry/sql/sqlite.h"
#include "support/real_policies.h"

using namespace policycalc;
using namespace policycalc::test;
using registry::Dialect;

namespace {

constexpr std::size_t kFirms = 10'000;
const base::Date kDay = *base::Date::parse("2026-11-25");

base::Result<registry::SqlScript, base::Issues> scriptOf(const std::string& columns,
                                                         Dialect dialect,
                                                         const std::string& key = "id") {
  const auto mapping = registry::Mapping::read("{\"columns\": {" + columns + "}}", "",
                                               realCatalogue()->vocabulary());
  BOOST_TEST_REQUIRE(mapping.ok());
  return registry::writeSql(engine::Edition(realCatalogue(), kDay),
                            {dialect, "companies", {}, {"11.1.1a"}, &*mapping, key});
}

std::string faultOf(const std::string& columns, Dialect dialect = Dialect::kSqlite) {
  const auto script = scriptOf(columns, dialect);
  return script.ok() ? "" : base::formatIssue(script.error().front());
}

}  // namespace

BOOST_AUTO_TEST_SUITE(SqlMapped)

BOOST_AUTO_TEST_CASE(sqlite_reads_a_registry_as_batch_does) {
  Sqlite database;
  database.run(mappedScript(mappedRounds(kFirms), Dialect::kSqlite));
  for (const Sqlite::Row& row : database.run("SELECT * FROM differences LIMIT 20")) {
    BOOST_ERROR(row[1].value_or("")
                << " " << row[2].value_or("") << ": by SQL " << row[3].value_or("NULL")
                << ", by the engine " << row[4].value_or("NULL"));
  }
  const auto compared = database.run("SELECT companies, answers, refused FROM compared");
  BOOST_TEST_REQUIRE(compared.size() == 2U);
  BOOST_TEST(*compared[0][0] == std::to_string(kFirms));
  for (const Sqlite::Row& row : compared) {
    BOOST_TEST(*row[0] == *row[1]);
    BOOST_TEST_MESSAGE(*row[0] << " rows, " << *row[2] << " of them refused");
    BOOST_TEST(std::stoul(*row[2]) > 100U);
    BOOST_TEST(std::stoul(*row[2]) + 300 < std::stoul(*row[0]));
  }
}

BOOST_AUTO_TEST_CASE(what_a_database_cannot_do_is_refused_by_name) {
  BOOST_TEST(
      faultOf(R"("收入": {"fact": "annual_revenue", "factor": 6.5})") ==
      "/收入: not_exact: the factor 6.5 of `收入` cannot be computed exactly by sqlite: only "
      "powers of ten can");
  for (const char* factor : {"10000", "1", "0.01", "\"1e8\"", "100.0"}) {
    BOOST_TEST(faultOf("\"a\": {\"fact\": \"annual_revenue\", \"factor\": " + std::string(factor) +
                       "}") == "");
  }
  const std::string cases = R"("a": {"fact": "employees"}, "A": {"fact": "annual_revenue"})";
  BOOST_TEST(faultOf(cases) ==
             "/A: not_exact: the columns `a` and `A` are not told apart by sqlite");
  BOOST_TEST(faultOf(cases, Dialect::kDuckdb) != "");
  BOOST_TEST(faultOf(cases, Dialect::kPostgresql) == "");
  const std::string same(63, 'a');
  const std::string long_names =
      "\"" + same + "1\": {\"fact\": \"employees\"}, \"" + same + "2\": {\"fact\": \"ownership\"}";
  BOOST_TEST(faultOf(long_names) == "");
  BOOST_TEST(faultOf(long_names, Dialect::kPostgresql) != "");
  BOOST_TEST(faultOf(R"("": {"fact": "employees"})") != "");
  BOOST_TEST(faultOf(R"("ID": {"fact": "employees"})") ==
             "/id: not_exact: the columns `ID` and `id` are not told apart by sqlite");
}

BOOST_AUTO_TEST_CASE(a_column_that_is_missing_is_not_a_text) {
  const auto script = scriptOf(R"("在册": {"fact": "exporter"})", Dialect::kSqlite);
  BOOST_TEST_REQUIRE(script.ok());
  Sqlite database;
  database.run("CREATE TABLE companies (id TEXT);" + script->view);
  BOOST_CHECK_THROW(database.run("SELECT * FROM companies_verdicts"), std::runtime_error);
}

BOOST_AUTO_TEST_CASE(the_table_in_the_comments_can_be_filled) {
  const auto script = scriptOf(
      R"("编号": {"fact": "credit_code"}, "区": {"fact": "district", "form": "district"}, "人": {"fact": "employees"})",
      Dialect::kSqlite, "编号");
  BOOST_TEST_REQUIRE(script.ok());
  BOOST_TEST(script->columns == (std::vector<std::string>{"编号", "区", "人"}),
             boost::test_tools::per_element());
  Sqlite database;
  database.run(script->table + script->view + script->refused +
               "INSERT INTO companies VALUES ('1', '章贡区', '5'), ('2', '别处', 'x')");
  const auto rows =
      database.run("SELECT id, district, refused, \"11.1.1a\" IS NULL FROM companies_verdicts");
  BOOST_TEST_REQUIRE(rows.size() == 2U);
  BOOST_TEST(*rows[0][1] == "360702");
  BOOST_TEST(!rows[0][2]);
  BOOST_TEST(*rows[0][3] == "0");
  BOOST_TEST(*rows[1][2] == "/区: unknown_value");
  BOOST_TEST(*rows[1][3] == "1");
  const auto cells = database.run("SELECT * FROM companies_verdicts_refused");
  BOOST_TEST_REQUIRE(cells.size() == 2U);
  BOOST_TEST(*cells[1][1] == "人");
  BOOST_TEST(*cells[1][2] == "malformed");
  BOOST_TEST(*cells[1][3] == "x");
}

BOOST_AUTO_TEST_CASE(numbers_and_days_of_the_database_are_read_by_their_texts) {
  const auto script = scriptOf(R"("人": {"fact": "employees"}, "额": {"fact": "annual_revenue"})",
                               Dialect::kSqlite);
  BOOST_TEST_REQUIRE(script.ok());
  Sqlite database;
  database.run("CREATE TABLE companies (id INTEGER, 人 INTEGER, 额 REAL);" + script->view +
               "INSERT INTO companies VALUES (1, 5, 12.25), (2, NULL, NULL), (3, -1, 1e300)");
  const auto rows = database.run("SELECT refused FROM companies_verdicts ORDER BY id");
  BOOST_TEST_REQUIRE(rows.size() == 3U);
  BOOST_TEST(!rows[0][0]);
  BOOST_TEST(!rows[1][0]);
  BOOST_TEST(*rows[2][0] == "/人: negative");
}

BOOST_AUTO_TEST_SUITE_END()

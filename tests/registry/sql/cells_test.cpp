// SQLite gives the verdicts of the engine, cell by cell, on every period of the real policies: for
// the worked cases and for seeded random companies. `TESTS_COMPANIES` sets how many are drawn
// for each period.
#include <cstdlib>
#include <string>

#include <boost/test/unit_test.hpp>

#include "properties/profiles.h"
#include "registry/sql/rounds.h"
#include "registry/sql/sqlite.h"

using namespace policycalc;
using namespace policycalc::test;

namespace {

constexpr std::uint64_t kSeed = 20261130;
constexpr std::size_t kKept = 2;  // the key and the district

std::size_t drawn() {
  constexpr std::size_t kDrawn = 400;
  const char* number = std::getenv("TESTS_COMPANIES");
  return number == nullptr ? kDrawn : std::stoul(number);
}

/// The verdicts of one edition by SQLite.
class Judge {
 public:
  explicit Judge(const engine::Edition& edition)
      : edition_(edition),
        script_(registry::writeSql(edition, {registry::Dialect::kSqlite, "companies", {}, {}})
                    .value()) {
    database_.run(script_.table + script_.view + script_.refused);
  }

  void add(const std::string& id, const facts::Profile& profile) {
    database_.run("INSERT INTO companies VALUES " +
                  rowOf(id, profile, script_, edition_.catalogue().vocabulary()));
  }

  std::vector<Sqlite::Row> verdicts() {
    return database_.run("SELECT * FROM companies_verdicts ORDER BY CAST(id AS INTEGER)");
  }

  /// The verdict of a measure for one company, and by the engine.
  std::pair<std::string, std::string> both(const facts::Profile& profile, std::size_t measure) {
    database_.run("DELETE FROM companies");
    add("0", profile);
    const auto by_engine = engine::verdicts(edition_, profile)[measure];
    return {verdicts().front()[kKept + measure].value_or("NULL"),
            std::string(engine::toString(by_engine))};
  }

  /// Values of the rows that the vocabulary does not allow.
  std::size_t refused() { return database_.run("SELECT * FROM companies_verdicts_refused").size(); }

 private:
  const engine::Edition& edition_;
  registry::SqlScript script_;
  Sqlite database_;
};

/// Forgets each fact without which the two still differ, and says what is left.
std::string smallest(Judge& judge, const engine::Edition& edition, facts::Profile profile,
                     std::size_t measure) {
  for (std::size_t i = 0; i < profile.size(); ++i) {
    facts::Profile smaller = profile;
    smaller[static_cast<facts::FactIndex>(i)] = {};
    const auto [by_sql, by_engine] = judge.both(smaller, measure);
    if (by_sql != by_engine) profile = smaller;
  }
  const auto [by_sql, by_engine] = judge.both(profile, measure);
  return edition.day().toString() + " " + edition.entries()[measure].measure->id + " " +
         jsonOf(profile, edition.catalogue().vocabulary()) + ": by SQL " + by_sql +
         ", by the engine " + by_engine;
}

/// Reports the first difference of a round, made small. Returns the number of equal cells.
std::size_t compare(const Round& round) {
  Judge judge(round.edition);
  for (std::size_t i = 0; i < round.companies.size(); ++i) {
    judge.add(std::to_string(i), round.companies[i].profile);
  }
  BOOST_TEST(judge.refused() == 0U);
  const auto rows = judge.verdicts();
  BOOST_TEST_REQUIRE(rows.size() == round.companies.size());
  std::size_t equal = 0;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const JudgedCompany& company = round.companies[i];
    BOOST_TEST_REQUIRE(rows[i].size() == kKept + company.verdicts.size());
    for (std::size_t measure = 0; measure < company.verdicts.size(); ++measure) {
      if (rows[i][kKept + measure] == engine::toString(company.verdicts[measure])) {
        ++equal;
        continue;
      }
      BOOST_ERROR(smallest(judge, round.edition, company.profile, measure));
      return equal;
    }
  }
  return equal;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(SqlCells)

BOOST_AUTO_TEST_CASE(sqlite_gives_the_verdicts_of_the_engine) {
  std::size_t cells = 0;
  std::size_t equal = 0;
  for (const Round& round : realRounds(kSeed, drawn())) {
    cells += round.companies.size() * round.edition.entries().size();
    equal += compare(round);
  }
  BOOST_TEST_MESSAGE(equal << " cells compared, seed " << kSeed);
  BOOST_TEST(equal == cells);
  BOOST_TEST(cells > 100'000U);
}

BOOST_AUTO_TEST_SUITE_END()

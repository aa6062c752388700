#include <algorithm>
#include <string>
#include <vector>

#include <boost/test/unit_test.hpp>

#include "policycalc/engine/match.h"
#include "policycalc/json/reader.h"

#include "app/bench/figures.h"
#include "app/bench/made_firms.h"
#include "app/bench/plain_walk.h"
#include "app/process.h"
#include "support/json_path.h"
#include "support/real_policies.h"

namespace policycalc::app::test {
namespace {

using policycalc::test::parse;
using policycalc::test::realCatalogue;
using policycalc::test::textAt;

const std::string kPolicies = POLICYCALC_SOURCE_DIR "/policies";

}  // namespace

BOOST_AUTO_TEST_SUITE(BenchCommand)

BOOST_AUTO_TEST_CASE(the_yardstick_gives_the_verdicts_of_the_engine) {
  const engine::Edition edition(realCatalogue(), *base::Date::parse("2026-11-25"));
  std::vector<std::size_t> counts(engine::kVerdicts);
  for (const facts::Profile& profile : makeFirms(realCatalogue()->vocabulary(), 200).profiles) {
    const auto walked = walkedVerdicts(edition, profile);
    BOOST_TEST((walked == engine::verdicts(edition, profile)));
    for (const engine::Verdict verdict : walked) ++counts[static_cast<std::size_t>(verdict)];
  }
  // Made companies that all have the same verdicts would measure little.
  BOOST_TEST(counts[static_cast<std::size_t>(engine::Verdict::kEligible)] > 200U);
  BOOST_TEST(counts[static_cast<std::size_t>(engine::Verdict::kConditional)] > 200U);
  BOOST_TEST(counts[static_cast<std::size_t>(engine::Verdict::kNotEligible)] > 200U);
}

BOOST_AUTO_TEST_CASE(the_forms_of_made_companies_mean_the_same) {
  const facts::Vocabulary& vocabulary = realCatalogue()->vocabulary();
  const MadeFirms made = makeFirms(vocabulary, 50);
  BOOST_TEST(std::count(made.lines.begin(), made.lines.end(), '\n') == 50);
  BOOST_TEST(std::count(made.csv.begin(), made.csv.end(), '\n') == 51);
  for (std::size_t i = 0; i < made.bodies.size(); ++i) {
    const auto profile = facts::readProfile(parse(made.bodies[i]), vocabulary, "");
    BOOST_TEST_REQUIRE(profile.ok());
    for (std::size_t fact = 0; fact < profile->size(); ++fact) {
      const auto index = static_cast<facts::FactIndex>(fact);
      BOOST_TEST((made.profiles[i][index] == (*profile)[index]), vocabulary.fact(index).id);
    }
  }
}

// 100 · t / t is not 100 for each t: the ratio once came out as 0.99.
BOOST_AUTO_TEST_CASE(a_way_has_the_ratio_1_to_itself) {
  for (int i = 1; i <= 10'000; ++i) {
    const double seconds = i * 1.37e-7;
    const Figures figures = figuresOf(seconds, seconds, 500, 0);
    BOOST_TEST_REQUIRE(figures.ratio.toString() == "1", seconds);
  }
}

BOOST_AUTO_TEST_CASE(figures_are_rounded_to_whole_units) {
  const Figures figures = figuresOf(0.3, 1, 3, 1000);
  BOOST_TEST(figures.firms_a_second == 10);
  BOOST_TEST(figures.nanoseconds == 100'000'000);
  BOOST_TEST(figures.bytes_a_second == 3333);
  BOOST_TEST(figures.ratio.toString() == "3.33");
}

// A clock that has not moved divides by nothing.
BOOST_AUTO_TEST_CASE(a_time_of_0_gives_figures) {
  const Figures figures = figuresOf(0, 0, 500, 0);
  BOOST_TEST(figures.ratio.toString() == "1");
  BOOST_TEST(figures.firms_a_second > 0);
}

BOOST_AUTO_TEST_CASE(it_prints_each_way_beside_the_walk) {
  const Finished done = run({"bench", "--policies", kPolicies, "--seconds", "0"});
  BOOST_TEST(done.exit_code == 0, done.err);
  for (const char* way :
       {"plain walk over the trees", "row: verdicts", "row: explained", "columns: verdicts",
        "batch: lines of JSON", "batch: CSV with a mapping", "answers as the service gives them"}) {
    BOOST_TEST(done.out.find(way) != std::string::npos, way);
  }
}

BOOST_AUTO_TEST_CASE(programs_read_the_figures) {
  const Finished done =
      run({"bench", "--policies", kPolicies, "--seconds", "0", "--format", "json"});
  BOOST_TEST(done.exit_code == 0, done.err);
  const json::Value figures = parse(done.out);
  BOOST_TEST(textAt(figures, "/catalogue") == realCatalogue()->hash());
  const auto& ways = figures.find("ways")->elements;
  BOOST_TEST_REQUIRE(ways.size() == 7U);
  BOOST_TEST(textAt(ways[0], "/way") == "walk");
  BOOST_TEST(textAt(ways[0], "/ratio_to_walk") == "1");
  for (const json::Value& way : ways) {
    BOOST_TEST(std::stoll(textAt(way, "/companies_a_second")) > 0);
    BOOST_TEST(std::stod(textAt(way, "/ratio_to_walk")) >= 0);
  }
}

BOOST_AUTO_TEST_CASE(what_is_wrong_is_named) {
  BOOST_TEST(run({"bench", "--policies", "/nonexistent"}).exit_code == 1);
  BOOST_TEST(run({"bench", "--format", "xml"}).exit_code == 2);
  BOOST_TEST(run({"bench", "--seconds", "-1"}).exit_code == 2);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::app::test

// Three changes as a keeper makes them, on the whole companies of `stories/`. All numbers are
// worked out by hand: of the companies that bid for goods or services, only the software company of
// story 11 (42 people, small) has a budget above 200 and up to 250 万元, namely 2,000,001 yuan;
// only the company of story 20 has the China quality award.
#include <map>
#include <string>

#include <boost/test/unit_test.hpp>

#include "policycalc/catalogue/stories.h"

#include "impact/changed_policies.h"

namespace policycalc::impact::test {
namespace {

using engine::Verdict;
using policycalc::test::realCatalogue;

Report triedOnStories(const std::shared_ptr<const catalogue::Catalogue>& after) {
  const auto stories = catalogue::readStories(POLICYCALC_SOURCE_DIR "/policies");
  BOOST_TEST_REQUIRE(stories.ok());
  Trial trial(realCatalogue(), after, *base::Date::parse("2026-11-30"));
  forEachStory(*stories, *after, [&](const Firm& firm) { trial.take(firm); });
  return trial.report();
}

/// One company, a story of that kind.
void checkOne(const FirmCounts& firms, const std::string& kind) {
  BOOST_TEST(firms.all() == 1U);
  BOOST_TEST(firms.by_origin[static_cast<std::size_t>(Origin::kStory)] == 1U);
  BOOST_TEST_REQUIRE(firms.by_kind.size() == 1U);
  BOOST_TEST(firms.by_kind.begin()->first.id == kind);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(StoryChanges)

// It gains the project for SMEs only (8.1.a) and loses the share (8.1.b) and the deduction on its
// price (8.1.c), which projects for SMEs only do not have.
BOOST_AUTO_TEST_CASE(a_ceiling_of_250_concerns_one_of_thirty_companies) {
  const Report report = triedOnStories(
      realWith({{"parameters.json", "procurement.goods_services_ceiling", "2000000", "2500000"}}));
  BOOST_TEST(report.tried.all() == 30U);
  BOOST_TEST_REQUIRE(report.days.size() == 1U);
  const Day& today = report.days.front();
  const std::map<std::string, std::pair<Verdict, Verdict>> expected{
      {"8.1.a", {Verdict::kNotEligible, Verdict::kEligible}},
      {"8.1.b", {Verdict::kEligible, Verdict::kNotEligible}},
      {"8.1.c", {Verdict::kEligible, Verdict::kNotEligible}}};
  BOOST_TEST(today.turns.size() == expected.size());
  BOOST_TEST(today.amounts.empty());
  for (const Turn& turn : today.turns) {
    BOOST_TEST_CONTEXT(turn.measure) {
      BOOST_TEST_REQUIRE(expected.count(turn.measure) == 1U);
      BOOST_TEST((turn.before == expected.at(turn.measure).first));
      BOOST_TEST((turn.after == expected.at(turn.measure).second));
      checkOne(turn.firms, "small");
    }
  }
}

// 40 % of 2,000,001 yuan are 800,000.40 and 45 % are 900,000.45; 70 % of that are 560,000.28 and
// 630,000.315, an illustration that is rounded to a fen.
BOOST_AUTO_TEST_CASE(a_share_of_45_raises_three_figures_of_one_company) {
  const Report report = triedOnStories(
      realWith({{"parameters.json", "procurement.sme_share", "\"value\": 40", "\"value\": 45"}}));
  BOOST_TEST_REQUIRE(report.days.size() == 1U);
  const Day& today = report.days.front();
  BOOST_TEST(today.turns.empty());
  const std::map<std::string, std::pair<std::string, std::string>> expected{
      {"sme_share", {"40", "45"}},
      {"reserved_for_smes", {"800000.4", "900000.45"}},
      {"reserved_for_small_micro", {"560000.28", "630000.32"}}};
  BOOST_TEST(today.amounts.size() == expected.size());
  for (const AmountTurn& turn : today.amounts) {
    BOOST_TEST_CONTEXT(turn.benefit) {
      BOOST_TEST(turn.measure == "8.1.b");
      BOOST_TEST_REQUIRE(expected.count(turn.benefit) == 1U);
      const auto& [before, after] = expected.at(turn.benefit);
      BOOST_TEST(turn.before->compare(*base::Decimal::parse(before)) == 0, turn.before->toString());
      BOOST_TEST(turn.after->compare(*base::Decimal::parse(after)) == 0, turn.after->toString());
      checkOne(turn.firms, "small");
    }
  }
}

BOOST_AUTO_TEST_CASE(an_award_that_ends_is_lost_by_one_company_on_new_years_day) {
  const Report report = triedOnStories(realWith(
      {{"measures/11-quality.json", "\"11.1.1a\"", "\"to\": null", "\"to\": \"2026-12-31\""}}));
  BOOST_TEST_REQUIRE(report.days.size() == 2U);
  BOOST_TEST(report.days.front().turns.empty());
  const Day& january = report.days.back();
  BOOST_TEST(january.day.toString() == "2027-01-01");
  BOOST_TEST(january.amounts.empty());
  // A measure that is over is so for all but the two that are off the register; only one had it.
  std::size_t firms = 0;
  for (const Turn& turn : january.turns) {
    BOOST_TEST(turn.measure == "11.1.1a");
    BOOST_TEST((turn.after == Verdict::kNotInForce));
    if (turn.before == Verdict::kEligible) checkOne(turn.firms, "medium");
    firms += turn.firms.all();
  }
  BOOST_TEST(january.turns.front().measure == "11.1.1a");
  BOOST_TEST(firms == 28U);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::impact::test

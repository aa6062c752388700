// Three changes as a keeper makes them, on the real policies. Who gains and who loses is worked out
// by hand from the text of the notice, item 8 and item 11.
#include <algorithm>
#include <set>
#include <string>
#include <utility>

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "policycalc/catalogue/stories.h"
#include "policycalc/engine/match.h"
#include "policycalc/json/reader.h"

#include "impact/changed_policies.h"
#include "support/json_path.h"

namespace policycalc::impact::test {
namespace {

using engine::Verdict;
using policycalc::test::at;
using policycalc::test::realCatalogue;

const base::Date kDay = *base::Date::parse("2026-11-30");
const std::string kPolicies = POLICYCALC_SOURCE_DIR "/policies";

const Turn* turnOf(const Day& day, std::string_view measure, Verdict before, Verdict after) {
  const auto found = std::find_if(day.turns.begin(), day.turns.end(), [&](const Turn& turn) {
    return turn.measure == measure && turn.before == before && turn.after == after;
  });
  return found == day.turns.end() ? nullptr : &*found;
}

std::set<std::string> measuresOf(const Day& day) {
  std::set<std::string> ids;
  for (const Turn& turn : day.turns) ids.insert(turn.measure);
  return ids;
}

/// The verdict of a catalogue on a request of the report.
Verdict verdictOn(const std::string& request, std::string_view measure,
                  const std::shared_ptr<const catalogue::Catalogue>& catalogue) {
  const json::Value body = policycalc::test::parse(request);
  const auto profile =
      facts::readProfile(at(body, "/profile"), catalogue->vocabulary(), "/profile");
  BOOST_TEST_REQUIRE(profile.ok());
  const engine::Edition edition(catalogue, *base::Date::parse(at(body, "/as_of").text));
  const auto answer = engine::match(edition, *profile);
  const auto outcome =
      std::find_if(answer.outcomes.begin(), answer.outcomes.end(),
                   [&](const engine::Outcome& one) { return one.measure().id == measure; });
  BOOST_TEST_REQUIRE((outcome != answer.outcomes.end()));
  return outcome->verdict;
}

/// Every example gets the verdicts that its turn names.
void checkExamples(const Report& report, const std::shared_ptr<const catalogue::Catalogue>& after) {
  for (const Day& day : report.days) {
    for (const Turn& turn : day.turns) {
      BOOST_TEST_REQUIRE(!turn.example.empty());
      BOOST_TEST((verdictOn(turn.example, turn.measure, after) == turn.after), turn.example);
      BOOST_TEST((verdictOn(turn.example, turn.measure, realCatalogue()) == turn.before),
                 turn.example);
    }
  }
}

const Edit kCeiling{"parameters.json", "procurement.goods_services_ceiling", "2000000", "2500000"};
const Edit kShare{"parameters.json", "procurement.sme_share", "\"value\": 40", "\"value\": 45"};

}  // namespace

Report tried(const std::shared_ptr<const catalogue::Catalogue>& after, base::Date day,
             std::size_t drawn) {
  const auto stories = catalogue::readStories(kPolicies);
  const auto cases = catalogue::readWorkedCases(kPolicies);
  BOOST_TEST_REQUIRE(stories.ok());
  BOOST_TEST_REQUIRE(cases.ok());
  Trial trial(realCatalogue(), after, day);
  const TakeFirm take = [&](const Firm& firm) { trial.take(firm); };
  BOOST_TEST(forEachStory(*stories, *after, take) == 0);
  forEachWorkedCase(*cases, *after, take);
  drawFirms(*realCatalogue(), *after, drawn, 1, take);
  return trial.report();
}

BOOST_AUTO_TEST_SUITE(RealChanges)

BOOST_AUTO_TEST_CASE(the_same_policies_change_nothing) {
  const Report report = tried(realWith({}), kDay, 200);
  BOOST_TEST(report.changes.empty());
  BOOST_TEST(!report.turnsAny());
  BOOST_TEST(report.tried.by_origin[static_cast<std::size_t>(Origin::kStory)] == 30);
  BOOST_TEST(report.tried.by_origin[static_cast<std::size_t>(Origin::kWorkedCase)] > 100);
  BOOST_TEST(report.tried.by_origin[static_cast<std::size_t>(Origin::kDrawn)] == 200);
}

// Goods and services of more than 200 and up to 250 万元 move from the share of large projects
// (8.1.b) to those that are for SMEs only (8.1.a).
BOOST_AUTO_TEST_CASE(a_higher_ceiling_moves_projects_between_two_measures) {
  const auto after = realWith({kCeiling});
  const Report report = tried(after, kDay);
  const auto change =
      std::find_if(report.changes.begin(), report.changes.end(), [](const auto& one) {
        return one.subject == catalogue::Subject::kParameter &&
               one.id == "procurement.goods_services_ceiling";
      });
  BOOST_TEST_REQUIRE((change != report.changes.end()));
  BOOST_TEST(change->before->find("200万元") != std::string::npos, *change->before);
  BOOST_TEST(change->after->find("250万元") != std::string::npos, *change->after);

  const Day& today = report.days.front();
  BOOST_TEST(today.day.toString() == "2026-11-30");
  const Turn* gain = turnOf(today, "8.1.a", Verdict::kNotEligible, Verdict::kConditional);
  if (gain == nullptr) gain = turnOf(today, "8.1.a", Verdict::kNotEligible, Verdict::kEligible);
  BOOST_TEST_REQUIRE(gain != nullptr);
  BOOST_TEST_REQUIRE(gain->by.size() == 1);
  BOOST_TEST(gain->by.front().fact == "procurement_budget");
  BOOST_TEST(!gain->by.front().is_after);
  BOOST_TEST(gain->by.front().text.find("200万元") != std::string::npos, gain->by.front().text);

  const auto loss = std::find_if(today.turns.begin(), today.turns.end(), [](const Turn& turn) {
    return turn.measure == "8.1.b" && turn.after == Verdict::kNotEligible;
  });
  BOOST_TEST_REQUIRE((loss != today.turns.end()));
  BOOST_TEST_REQUIRE(loss->by.size() == 1);
  BOOST_TEST(loss->by.front().is_after);
  BOOST_TEST(loss->by.front().text.find("250万元") != std::string::npos, loss->by.front().text);

  // Nothing outside item 8 changes, no large company gains, and all counts add up.
  for (const std::string& measure : measuresOf(today)) {
    BOOST_TEST((measure.rfind("8.", 0) == 0), measure);
  }
  for (const auto& [kind, count] : gain->firms.by_kind) BOOST_TEST(kind.id != "large");
  for (const Turn& turn : today.turns) {
    std::size_t sum = 0;
    for (const auto& [kind, count] : turn.firms.by_kind) sum += count;
    BOOST_TEST(sum == turn.firms.all());
  }
  checkExamples(report, after);
}

// 45 % instead of 40 % of large projects: nobody gets another verdict, and the rate and the
// illustration of 8.1.b rise by an eighth.
BOOST_AUTO_TEST_CASE(a_higher_share_changes_amounts_and_no_verdict) {
  const Report report = tried(realWith({kShare}), kDay);
  const Day& today = report.days.front();
  BOOST_TEST(today.turns.empty());
  BOOST_TEST_REQUIRE(!today.amounts.empty());
  for (const AmountTurn& turn : today.amounts) {
    BOOST_TEST(turn.measure == "8.1.b");
    BOOST_TEST_REQUIRE(turn.before.has_value());
    BOOST_TEST_REQUIRE(turn.after.has_value());
    if (turn.unit != "percent") continue;
    BOOST_TEST(turn.before->toString() == "40");
    BOOST_TEST(turn.after->toString() == "45");
  }
  const auto reserved = std::find_if(today.amounts.begin(), today.amounts.end(), [](const auto& t) {
    return t.benefit == "reserved_for_smes";
  });
  BOOST_TEST_REQUIRE((reserved != today.amounts.end()));
  const auto forty = base::Decimal::parse("45")->times(*reserved->before);
  const auto forty_five = base::Decimal::parse("40")->times(*reserved->after);
  BOOST_TEST(forty->compare(*forty_five) == 0);
}

// The award of 11.1.1a ends with the year: the same firms lose it on 1 January, and by nothing else
// than its period.
BOOST_AUTO_TEST_CASE(a_measure_that_ends_is_lost_from_the_next_day_on) {
  const auto after = realWith(
      {{"measures/11-quality.json", "\"11.1.1a\"", "\"to\": null", "\"to\": \"2026-12-31\""}});
  const Report report = tried(after, kDay);
  BOOST_TEST(report.days.front().turns.empty());
  const auto january = std::find_if(report.days.begin(), report.days.end(), [](const Day& day) {
    return day.day.toString() == "2027-01-01";
  });
  BOOST_TEST_REQUIRE((january != report.days.end()));
  const Turn* loss = turnOf(*january, "11.1.1a", Verdict::kEligible, Verdict::kNotInForce);
  BOOST_TEST_REQUIRE(loss != nullptr);
  BOOST_TEST_REQUIRE(loss->by.size() == 1);
  BOOST_TEST(loss->by.front().text == "有效期 2024-03-13 至 2026-12-31");
  BOOST_TEST(loss->by.front().is_after);
  BOOST_TEST(loss->example.find("\"as_of\":\"2027-01-01\"") != std::string::npos, loss->example);
  BOOST_TEST((measuresOf(*january) == std::set<std::string>{"11.1.1a"}));
  checkExamples(report, after);
}

BOOST_AUTO_TEST_CASE(a_measure_that_is_taken_out_has_no_verdict_afterwards) {
  const auto after =
      realWith({{"measures/11-quality.json", "\"11.1.2\"", "\"11.1.2\"", "\"11.1.9\""}});
  const Report report = tried(after, kDay, 0);
  std::set<std::string> gone;
  std::set<std::string> come;
  for (const Turn& turn : report.days.front().turns) {
    if (!turn.after) gone.insert(turn.measure);
    if (!turn.before) come.insert(turn.measure);
  }
  BOOST_TEST((gone == std::set<std::string>{"11.1.2"}));
  BOOST_TEST((come == std::set<std::string>{"11.1.9"}));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::impact::test

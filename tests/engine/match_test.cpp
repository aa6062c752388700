// Counts, order and explanation of an answer, and the preparations of an edition.
#include <numeric>
#include <span>
#include <string>

#include <boost/test/unit_test.hpp>

#include "engine/answers.h"

namespace policycalc::test {
using criteria::Truth;

namespace {

std::string truths(std::span<const Truth> all) {
  std::string text;
  for (const Truth truth : all) text += (text.empty() ? "" : " ") + std::string(toString(truth));
  return text;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(Matching)

BOOST_AUTO_TEST_CASE(outcomes_are_sorted_by_verdict_then_as_in_the_notice) {
  const char* gold = R"({ "fact": "awards", "has": "gold" })";
  const char* silver = R"({ "fact": "awards", "has": "silver" })";
  const char* loan = R"({ "fact": "loan_need", "is": true })";
  MeasureText over{"over"};
  over.valid = R"({ "from": "2024-01-01", "to": "2024-12-31" })";
  const auto catalogue = loaded(smallPolicies({over,
                                               {"elsewhere", silver},
                                               {"refused", "null", silver},
                                               {"open", "null", loan},
                                               {"judged", "null", gold, kJudged},
                                               {"first", "null", gold},
                                               {"second"},
                                               {"open_too", loan},
                                               {"refused_too", "null", silver}}));
  const Answer got = answer(catalogue, R"({"district": "here", "awards": ["gold"]})");
  BOOST_TEST(got.order() == "first second judged open open_too refused refused_too elsewhere over");
  const std::array<int, engine::kVerdicts> counts{2, 1, 2, 2, 1, 1};
  BOOST_TEST(got.match.counts == counts, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(counts_are_over_all_measures_and_no_internal_clause) {
  for (const char* profile : {"{}", R"({"district": "360702"})", R"({"district": "outside"})"}) {
    const Answer got = answer(realCatalogue(), profile);
    const engine::Match& match = got.match;
    const int sum = std::accumulate(match.counts.begin(), match.counts.end(), 0);
    BOOST_TEST(static_cast<std::size_t>(sum) == realCatalogue()->measures().size());
    BOOST_TEST(match.outcomes.size() == realCatalogue()->measures().size());
    for (const engine::Outcome& outcome : match.outcomes) BOOST_TEST(outcome.measure().isMeasure());
  }
  BOOST_TEST(realCatalogue()->clauses().size() > realCatalogue()->measures().size());
}

// No short cut: every leaf has its truth, even if another one has already decided.
BOOST_AUTO_TEST_CASE(no_leaf_is_skipped) {
  const auto catalogue = loaded(smallPolicies(
      {{"m",
        R"({ "any": [{ "fact": "loan_need", "is": true }, { "fact": "awards", "has": "gold" }] })",
        R"({ "all": [{ "fact": "budget", "at_most": 5 }, { "not": { "fact": "employees", "at_least": 3 } },
             { "fact": "ratio", "at_most": 1 }] })"}}));
  const Answer got =
      answer(catalogue, R"({"district": "here", "loan_need": true, "budget": 9, "employees": 2})");
  BOOST_TEST(truths(got.of("m").applies_when) == "true true unknown");
  BOOST_TEST(truths(got.of("m").requires_) == "false false true false unknown");
  // Explained even outside the city and outside the validity.
  const Answer outside = answer(
      catalogue, R"({"district": "outside", "loan_need": true, "budget": 9, "employees": 2})",
      "2023-01-01");
  BOOST_TEST(truths(outside.of("m").requires_) == "false false true false unknown");
  BOOST_TEST((outside.of("m").in_scope == Truth::kNotMet));
}

BOOST_AUTO_TEST_CASE(the_same_input_gives_the_same_answer) {
  const char* profile = R"({"district": "360702", "loan_need": true, "employees": 12})";
  const Answer one = answer(realCatalogue(), profile);
  const Answer two = answer(realCatalogue(), profile);
  BOOST_TEST(one.order() == two.order());
  BOOST_TEST(one.questions() == two.questions());
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(Editions)

BOOST_AUTO_TEST_CASE(texts_and_thresholds_are_those_of_the_day) {
  const auto catalogue = loaded(smallPolicies(
      {{"m",
        R"({ "fact": "budget", "at_most": { "parameter": "prize" }, "text": "不超过 {{prize}}" })",
        R"({ "fact": "budget", "at_most": { "parameter": "prize" } })"}}));
  const engine::Edition before(catalogue, dateOf("2025-12-31"));
  const engine::Edition after(catalogue, dateOf("2026-01-01"));
  const auto& old_entry = before.entries().front();
  const auto& new_entry = after.entries().front();
  BOOST_TEST(old_entry.applies_when.front().text == "不超过 50万元");
  BOOST_TEST(new_entry.applies_when.front().text == "不超过 60万元");
  BOOST_TEST(new_entry.requires_.front().text == "预算不高于60万元");
  BOOST_TEST(old_entry.requires_.front().resolved.threshold.value() == 50'000'000);
  BOOST_TEST(new_entry.requires_.front().resolved.threshold.value() == 60'000'000);
  BOOST_TEST(after.fillIn("奖 {{prize}}") == "奖 60万元");
}

BOOST_AUTO_TEST_CASE(days_between_two_boundaries_share_an_edition) {
  MeasureText measure{"m"};
  measure.valid = R"({ "from": "2024-03-13", "to": "2025-05-31" })";
  const auto catalogue = loaded(smallPolicies({measure}));
  const auto index = [&](const char* day) {
    return engine::Edition::indexOf(*catalogue, dateOf(day));
  };
  BOOST_TEST(index("1999-01-01") == 0U);
  BOOST_TEST(index("2024-03-12") != index("2024-03-13"));
  BOOST_TEST(index("2024-03-13") == index("2024-12-31"));
  BOOST_TEST(index("2024-12-31") != index("2025-01-01"));  // a figure ends
  BOOST_TEST(index("2025-05-31") != index("2025-06-01"));  // the last day is inclusive
  BOOST_TEST(index("2025-06-01") == index("2025-12-31"));
  BOOST_TEST(index("2025-12-31") != index("2026-01-01"));  // a figure changes
  BOOST_TEST(index("2026-01-01") == index("2999-12-31"));
}

BOOST_AUTO_TEST_CASE(an_edition_keeps_its_catalogue) {
  auto catalogue = loaded(smallPolicies({{"m"}}));
  const engine::Edition edition(catalogue, dateOf("2026-11-25"));
  const std::string hash = catalogue->hash();
  catalogue.reset();
  BOOST_TEST(edition.catalogue().hash() == hash);
  BOOST_TEST(edition.entries().size() == 1U);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::test

// The facts that an open measure misses, and the questions of a whole match.
#include <algorithm>
#include <ostream>
#include <string>
#include <vector>

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "engine/answers.h"

namespace policycalc::test {

namespace {

struct Row {
  const char* requires_;
  const char* profile;  ///< members; the district is known
  const char* missing;
};
std::ostream& operator<<(std::ostream& out, const Row& row) {
  return out << row.requires_ << " on " << row.profile;
}

constexpr const char* kSme = R"({ "fact": "enterprise_size", "in": ["micro", "small", "medium"] })";
constexpr const char* kMicro = R"({ "fact": "enterprise_size", "is": "micro" })";
constexpr const char* kLoanOrGold =
    R"({ "any": [{ "fact": "loan_need", "is": true }, { "fact": "awards", "has": "gold" }] })";
constexpr const char* kLoanAndGold =
    R"({ "all": [{ "fact": "loan_need", "is": true }, { "fact": "awards", "has": "gold" }] })";
constexpr const char* kBelowOwnRatio =
    R"({ "fact": "ratio", "at_most": { "sum": [{ "fact": "other_ratio" }, { "parameter": "tolerance" }] } })";

const Row kRows[] = {
    {kLoanOrGold, "", "loan_need awards"},
    {kLoanOrGold, R"("loan_need": false)", "awards"},
    {kLoanOrGold, R"("awards": ["silver"])", "loan_need"},
    {kLoanAndGold, R"("loan_need": true)", "awards"},
    {R"({ "not": { "fact": "loan_need", "is": true } })", "", "loan_need"},
    // Facts of a decided branch are not asked.
    {R"({ "all": [{ "any": [{ "fact": "loan_need", "is": true }, { "fact": "budget", "at_least": 5 }] },
         { "fact": "awards", "has": "gold" }] })",
     R"("loan_need": true)", "awards"},
    {kBelowOwnRatio, "", "ratio other_ratio"},
    {kBelowOwnRatio, R"("ratio": 4)", "other_ratio"},
    {kBelowOwnRatio, R"("other_ratio": 4)", "ratio"},
    // The size is derived: questions are the facts behind it that can still settle it.
    {kSme, "", "entity_type size_industry employees annual_revenue"},
    {kSme, R"("entity_type": "company", "size_industry": "industry")", "employees annual_revenue"},
    {kSme, R"("entity_type": "company", "size_industry": "other")", "employees"},
    {kSme, R"("entity_type": "company", "size_industry": "industry", "employees": 1000)",
     "annual_revenue"},
    {kMicro, R"("entity_type": "company", "size_industry": "industry", "employees": 100)",
     "annual_revenue"},
    {kMicro, R"("size_industry": "industry", "employees": 100)", "entity_type annual_revenue"},
    {R"({ "fact": "size_industry", "is": "other" })", "", "size_industry"},
    {R"({ "fact": "ownership", "is": "private" })", "", "entity_type ownership"},
    {R"({ "fact": "ownership", "is": "private" })", R"("entity_type": "company")", "ownership"},
};

constexpr const char* kDecided[] = {
    // 100 people in industry are micro or small, so "is an SME" is already settled.
    R"({"district": "here", "entity_type": "company", "size_industry": "industry", "employees": 100})",
    R"({"district": "here", "entity_type": "company", "size_industry": "industry", "employees": 15})",
    R"({"district": "here", "enterprise_size": "medium"})",
};

}  // namespace

BOOST_AUTO_TEST_SUITE(Missing)

BOOST_DATA_TEST_CASE(exactly_the_facts_that_can_still_decide, kRows, row) {
  const auto catalogue = loaded(smallPolicies({{"m", "null", row.requires_}}));
  const std::string more = *row.profile == 0 ? "" : std::string(", ") + row.profile;
  const Answer got = answer(catalogue, R"({"district": "here")" + more + "}");
  BOOST_TEST(got.verdict("m") == "undetermined");
  BOOST_TEST(got.missing("m") == row.missing);
  BOOST_TEST(got.missing("m").find("enterprise_size") == std::string::npos);
}

BOOST_DATA_TEST_CASE(possible_values_decide_before_the_size_is_known, kDecided, profile) {
  const auto catalogue = loaded(smallPolicies({{"m", "null", kSme}}));
  BOOST_TEST(answer(catalogue, profile).verdict("m") == "eligible");
  BOOST_TEST(answer(catalogue, profile).missing("m") == "");
}

// The size of a bank cannot be derived, so the size itself is asked.
BOOST_AUTO_TEST_CASE(outside_the_standard_the_size_itself_is_asked) {
  const auto catalogue = loaded(smallPolicies({{"m", "null", kSme}}));
  const Answer got = answer(
      catalogue, R"({"district": "here", "entity_type": "company", "industry_code": "C40"})");
  BOOST_TEST(got.missing("m") == "enterprise_size");
}

BOOST_AUTO_TEST_CASE(scope_asks_for_the_district) {
  const auto catalogue = loaded(
      smallPolicies({{"m", "null", kLoanAndGold}, {"n", "null", "null", "[]", "[]", "anyone"}}));
  const Answer got = answer(catalogue, R"({"loan_need": true})");
  BOOST_TEST(got.missing("m") == "district awards");
  BOOST_TEST(got.verdict("n") == "eligible");
  BOOST_TEST(answer(catalogue, R"({"loan_need": true, "awards": ["gold"]})").missing("m") ==
             "district");
}

BOOST_AUTO_TEST_CASE(the_situation_is_asked_with_the_conditions) {
  const auto catalogue = loaded(smallPolicies(
      {{"m", R"({ "fact": "loan_need", "is": true })", R"({ "fact": "budget", "at_most": 5 })"}}));
  BOOST_TEST(answer(catalogue, R"({"district": "here"})").missing("m") == "loan_need budget");
  BOOST_TEST(answer(catalogue, R"({"district": "here", "loan_need": true})").missing("m") ==
             "budget");
}

BOOST_AUTO_TEST_CASE(a_decided_measure_asks_nothing) {
  const auto catalogue = loaded(smallPolicies({{"m", "null", kLoanAndGold}}));
  for (const char* profile : {R"({"loan_need": false})", R"({"district": "outside"})",
                              R"({"district": "here", "loan_need": true, "awards": ["gold"]})"}) {
    BOOST_TEST(answer(catalogue, profile).missing("m") == "");
    BOOST_TEST(answer(catalogue, profile).questions() == "");
  }
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(Questions)

BOOST_AUTO_TEST_CASE(the_fact_that_decides_most_comes_first) {
  const auto catalogue =
      loaded(smallPolicies({{"a", "null", kLoanAndGold},
                            {"b", "null", kLoanOrGold},
                            {"c", "null", R"({ "fact": "awards", "has": "gold" })"},
                            {"d", "null", R"({ "fact": "budget", "at_most": 5 })"},
                            {"e", "null", R"({ "fact": "ratio", "at_most": 5 })"}}));
  // Equal numbers keep the vocabulary's order.
  BOOST_TEST(answer(catalogue, R"({"district": "here"})").questions() ==
             "awards:3 loan_need:2 budget:1 ratio:1");
  BOOST_TEST(answer(catalogue, "{}").questions() ==
             "district:5 awards:3 loan_need:2 budget:1 ratio:1");
  BOOST_TEST(answer(catalogue, R"({"district": "here", "loan_need": false})").questions() ==
             "awards:2 budget:1 ratio:1");
}

BOOST_AUTO_TEST_CASE(questions_of_one_topic_are_together) {
  const Answer got = answer(realCatalogue(), R"({"district": "360702", "loan_need": true})");
  const facts::Vocabulary& vocabulary = realCatalogue()->vocabulary();
  std::vector<std::size_t> topics;
  std::vector<int> best;
  for (const engine::Question& question : got.match.questions) {
    const std::size_t topic = vocabulary.fact(question.fact).topic;
    if (topics.empty() || topics.back() != topic) {
      BOOST_TEST((std::find(topics.begin(), topics.end(), topic) == topics.end()));
      topics.push_back(topic);
      best.push_back(question.decides);
    }
    BOOST_TEST(question.decides <= best.back());  // the best of its topic comes first
  }
  BOOST_TEST(topics.size() > 1U);
  BOOST_TEST(std::is_sorted(best.rbegin(), best.rend()));
}

BOOST_AUTO_TEST_CASE(decides_counts_the_open_measures_that_miss_the_fact) {
  const Answer got = answer(realCatalogue(), R"({"entity_type": "company"})");
  BOOST_TEST(!got.match.questions.empty());
  for (const engine::Question& question : got.match.questions) {
    int measures = 0;
    for (const engine::Outcome& outcome : got.match.outcomes) {
      if (outcome.verdict != engine::Verdict::kUndetermined) continue;
      measures += static_cast<int>(
          std::count(outcome.missing.begin(), outcome.missing.end(), question.fact));
    }
    BOOST_TEST(question.decides == measures);
  }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::test

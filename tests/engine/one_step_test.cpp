// When a refused measure is one condition away: only by something that a company can still do, and
// never if a measure that excludes it applies.
#include <ostream>
#include <string>

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "engine/answers.h"
#include "engine/edited_policies.h"

namespace policycalc::test {

namespace {

constexpr const char* kGold = R"({ "fact": "awards", "has": "gold" })";  // can be taken
constexpr const char* kLoan = R"({ "fact": "loan_need", "is": true })";  // cannot
constexpr const char* kRefused =
    R"({"district": "here", "awards": [], "loan_need": false, "budget": 0})";

struct Row {
  std::string requires_;
  bool away;
};
std::ostream& operator<<(std::ostream& out, const Row& row) {
  return out << row.requires_;
}

std::string tree(const char* op, const std::string& a, const std::string& b) {
  return std::string(R"({ ")") + op + R"(": [)" + a + ", " + b + "] }";
}

const Row kRows[] = {
    {kGold, true},
    {kLoan, false},
    // In a failed `any`, one fact that can be taken is enough, at any position.
    {tree("any", kGold, kLoan), true},
    {tree("any", kLoan, kGold), true},
    {tree("any", kLoan, R"({ "fact": "budget", "at_least": 5 })"), false},
    {tree("all", kGold, kLoan), false},  // two steps
    {tree("any", tree("all", kGold, kLoan), kLoan), false},
    {std::string(R"({ "not": { "not": )") + kGold + "} }", true},
};

/// The one measure is refused; is it one step away?
bool away(const std::string& requires_, const std::string& more = "") {
  catalogue::PolicyFiles files = smallPolicies({{"m", "null", requires_}});
  addToFact(files, "awards", R"("can_be_taken": true)");
  if (!more.empty()) addToMeasure(files, "m", more);
  const Answer got = answer(loaded(files), kRefused);
  BOOST_TEST(got.verdict("m") == "not_eligible");
  BOOST_TEST(got.unmet("m") != "");  // what failed stays readable for every refusal
  return got.of("m").one_condition_away;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(OneStepAway)

BOOST_DATA_TEST_CASE(only_by_a_fact_that_can_be_taken, kRows, row) {
  BOOST_TEST(away(row.requires_) == row.away);
}

BOOST_AUTO_TEST_CASE(never_where_a_failed_condition_cannot_be_cured) {
  BOOST_TEST(away(kGold, R"("curable": true)"));
  BOOST_TEST(!away(kGold, R"("curable": false)"));
}

BOOST_AUTO_TEST_CASE(never_where_a_measure_that_excludes_it_is_met) {
  for (const bool met : {true, false}) {
    for (const char* judged : {"[]", kJudged}) {
      MeasureText other{"other", "null", met ? "null" : kLoan, judged};
      other.relations = R"({ "excludes": ["m"], "leads_to": [] })";
      MeasureText measure{"m", "null", kGold};
      measure.relations = R"({ "excludes": ["other"], "leads_to": [] })";
      catalogue::PolicyFiles files = smallPolicies({measure, other});
      addToFact(files, "awards", R"("can_be_taken": true)");
      BOOST_TEST(answer(loaded(files), kRefused).of("m").one_condition_away == !met);
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::test

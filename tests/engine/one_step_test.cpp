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

BOOST_AUTO_TEST_CASE(never_where_a_measure_made_instead_of_it_is_met) {
  for (const bool met : {true, false}) {
    for (const char* judged : {"[]", kJudged}) {
      MeasureText other{"other", "null", met ? "null" : kLoan, judged};
      other.relations = R"({ "excludes": [], "leads_to": [], "instead_of": ["m"] })";
      catalogue::PolicyFiles files = smallPolicies({{"m", "null", kGold}, other});
      addToFact(files, "awards", R"("can_be_taken": true)");
      BOOST_TEST(answer(loaded(files), kRefused).of("m").one_condition_away == !met);
    }
  }
}

namespace {

/// An award of `figure` fen, of which only the highest of `group` counts.
std::string awardOf(const std::string& id, const std::string& parameter, const std::string& group) {
  std::string text =
      benefit(id, "award", "fixed", "CNY", "exact", R"({ "parameter": ")" + parameter + R"(" })");
  if (!group.empty()) text.insert(1, R"( "counted_once": ")" + group + R"(",)");
  return text;
}

struct AwardRow {
  const char* what;
  std::string wanted;  ///< the benefits of the refused measure
  std::string had;     ///< those of the one that is met
  bool away;
};
std::ostream& operator<<(std::ostream& out, const AwardRow& row) {
  return out << row.what;
}

// `prize` is the larger figure, `odd_prize` the smaller.
const AwardRow kAwards[] = {
    {"a larger one of the group is had", awardOf("a", "odd_prize", "g"), awardOf("b", "prize", "g"),
     false},
    {"an equal one is had", awardOf("a", "prize", "g"), awardOf("b", "prize", "g"), false},
    {"a smaller one is had", awardOf("a", "prize", "g"), awardOf("b", "odd_prize", "g"), true},
    {"another group", awardOf("a", "odd_prize", "g"), awardOf("b", "prize", "h"), true},
    {"no group", awardOf("a", "odd_prize", ""), awardOf("b", "prize", ""), true},
    {"something else comes with it",
     awardOf("a", "odd_prize", "g") + "," + benefit("c", "service", "none", "", "", "null"),
     awardOf("b", "prize", "g"), true},
    {"nothing is promised", "", awardOf("b", "prize", "g"), true},
};

}  // namespace

BOOST_DATA_TEST_CASE(never_where_as_much_is_had_and_counts_once, kAwards, row) {
  for (const bool met : {true, false}) {
    MeasureText wanted{"m", "null", kGold};
    wanted.benefits = "[" + row.wanted + "]";
    MeasureText had{"other", "null", met ? "null" : kLoan};
    had.benefits = "[" + row.had + "]";
    catalogue::PolicyFiles files = smallPolicies({wanted, had});
    addToFact(files, "awards", R"("can_be_taken": true)");
    BOOST_TEST(answer(loaded(files), kRefused).of("m").one_condition_away == (row.away || !met));
  }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::test

// Why a measure is refused: the failed leaves, their gaps, and whether one change is enough.
#include <ostream>
#include <string>

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "engine/answers.h"
#include "engine/edited_policies.h"

namespace policycalc::test {

namespace {

struct Row {
  const char* requires_;
  const char* profile;  ///< members in addition to the district
  const char* unmet;
  bool one_away;
};
std::ostream& operator<<(std::ostream& out, const Row& row) {
  return out << row.requires_ << " on " << row.profile;
}

const Row kGaps[] = {
    {R"({ "fact": "employees", "at_most": { "parameter": "staff" } })", R"("employees": 45)",
     "employees 25", true},
    {R"({ "fact": "employees", "at_most": 20 })", R"("employees": 21)", "employees 1", true},
    {R"({ "fact": "employees", "less_than": 20 })", R"("employees": 20)", "employees 1", true},
    {R"({ "fact": "employees", "at_least": 20 })", R"("employees": 12)", "employees -8", true},
    {R"({ "fact": "employees", "more_than": 20 })", R"("employees": 20)", "employees -1", true},
    {R"({ "fact": "budget", "at_most": { "parameter": "ceiling" } })", R"("budget": 2500000)",
     "budget 500000", true},
    {R"({ "fact": "budget", "at_most": { "parameter": "ceiling" } })", R"("budget": 2000000.01)",
     "budget 0.01", true},
    {R"({ "fact": "budget", "more_than": { "parameter": "ceiling" } })", R"("budget": 2000000)",
     "budget -0.01", true},
    // A bound between two fen: the next whole fen is required.
    {R"({ "fact": "budget", "at_least": 10.005 })", R"("budget": 10)", "budget -0.01", true},
    {R"({ "fact": "budget", "at_most": 10.005 })", R"("budget": 10.01)", "budget 0.01", true},
    {R"({ "fact": "ratio", "at_most": { "sum": [{ "fact": "other_ratio" }, { "parameter": "tolerance" }] } })",
     R"("ratio": 5.0001, "other_ratio": 2)", "ratio 0.0001", true},
    {R"({ "fact": "ratio", "less_than": { "fact": "other_ratio" } })",
     R"("ratio": 2, "other_ratio": 2)", "ratio 0.0001", true},
    // Options have no gap.
    {R"({ "fact": "awards", "has": "gold" })", R"("awards": ["silver"])", "awards", true},
    {R"({ "fact": "ownership", "is": "private" })", R"("ownership": "state")", "ownership", true},
    // Below a `not` the leaf holds and should not.
    {R"({ "not": { "fact": "loan_need", "is": true } })", R"("loan_need": true)", "!loan_need",
     true},
    {R"({ "not": { "fact": "budget", "at_least": 5 } })", R"("budget": 9)", "!budget", true},
};

const Row kTrees[] = {
    {R"({ "all": [{ "fact": "employees", "at_least": 20 }, { "fact": "awards", "has": "gold" }] })",
     R"("employees": 12, "awards": [])", "employees -8, awards", false},
    {R"({ "all": [{ "fact": "employees", "at_least": 20 }, { "fact": "awards", "has": "gold" }] })",
     R"("employees": 12, "awards": ["gold"])", "employees -8", true},
    // With an open leaf beside the failed one it is unknown whether one change is enough.
    {R"({ "all": [{ "fact": "employees", "at_least": 20 }, { "fact": "awards", "has": "gold" }] })",
     R"("employees": 12)", "employees -8", false},
    // Of several ways the nearest is reported.
    {R"({ "any": [{ "fact": "employees", "at_least": 20 },
         { "all": [{ "fact": "awards", "has": "gold" }, { "fact": "loan_need", "is": true }] }] })",
     R"("employees": 12, "awards": [], "loan_need": false)", "employees -8", true},
    {R"({ "any": [{ "all": [{ "fact": "employees", "at_least": 20 }, { "fact": "awards", "has": "gold" }] },
         { "fact": "loan_need", "is": true }] })",
     R"("employees": 12, "awards": [], "loan_need": false)", "loan_need", true},
    {R"({ "any": [{ "fact": "employees", "at_least": 20 }, { "fact": "budget", "at_least": 5 }] })",
     R"("employees": 12, "budget": 1)", "employees -8, budget -4", true},
    // `not (a or b)` fails by both; `not (a and b)` needs only one of them to change.
    {R"({ "not": { "any": [{ "fact": "loan_need", "is": true }, { "fact": "awards", "has": "gold" }] } })",
     R"("loan_need": true, "awards": ["gold"])", "!loan_need, !awards", false},
    {R"({ "not": { "all": [{ "fact": "loan_need", "is": true }, { "fact": "awards", "has": "gold" }] } })",
     R"("loan_need": true, "awards": ["gold"])", "!loan_need, !awards", true},
    {R"({ "not": { "not": { "fact": "employees", "at_least": 20 } } })", R"("employees": 12)",
     "employees -8", true},
};

/// A catalogue of one measure whose facts a company can change.
std::shared_ptr<const catalogue::Catalogue> requiring(const char* requires_,
                                                      const char* applies_when = "null") {
  catalogue::PolicyFiles files = smallPolicies({{"m", applies_when, requires_}});
  for (const char* fact : {"ownership", "employees", "loan_need", "awards", "budget", "ratio"}) {
    addToFact(files, fact, R"("can_be_taken": true)");
  }
  return loaded(files);
}

std::string withDistrict(const char* members) {
  return std::string(R"({"district": "here", )") + members + "}";
}

}  // namespace

BOOST_AUTO_TEST_SUITE(Unmet)

BOOST_DATA_TEST_CASE(gaps_are_in_the_unit_of_the_fact, kGaps, row) {
  const auto catalogue = requiring(row.requires_);
  const Answer got = answer(catalogue, withDistrict(row.profile));
  BOOST_TEST(got.verdict("m") == "not_eligible");
  BOOST_TEST(got.unmet("m") == row.unmet);
  BOOST_TEST(got.of("m").one_condition_away == row.one_away);
}

// The gap is exactly what is missing: closing it makes the measure eligible, one unit less does
// not.
BOOST_AUTO_TEST_CASE(closing_the_gap_is_enough_and_needed) {
  const auto catalogue = loaded(smallPolicies(
      {{"m", "null", R"({ "fact": "budget", "more_than": { "parameter": "ceiling" } })"}}));
  BOOST_TEST(answer(catalogue, withDistrict(R"("budget": 1999999.99)")).unmet("m") ==
             "budget -0.02");
  BOOST_TEST(answer(catalogue, withDistrict(R"("budget": 2000000)")).verdict("m") ==
             "not_eligible");
  BOOST_TEST(answer(catalogue, withDistrict(R"("budget": 2000000.01)")).verdict("m") == "eligible");
}

BOOST_DATA_TEST_CASE(trees_name_the_nearest_way, kTrees, row) {
  const auto catalogue = requiring(row.requires_);
  const Answer got = answer(catalogue, withDistrict(row.profile));
  BOOST_TEST(got.verdict("m") == "not_eligible");
  BOOST_TEST(got.unmet("m") == row.unmet);
  BOOST_TEST(got.of("m").one_condition_away == row.one_away);
}

// Only a measure that concerns the company can be one condition away.
BOOST_AUTO_TEST_CASE(one_condition_away_needs_scope_and_situation) {
  const auto catalogue = requiring(R"({ "fact": "employees", "at_least": 20 })",
                                   R"({ "fact": "loan_need", "is": true })");
  const auto away = [&](const char* profile) {
    const Answer got = answer(catalogue, profile);
    BOOST_TEST(got.verdict("m") == "not_eligible");
    return got.of("m").one_condition_away;
  };
  BOOST_TEST(away(R"({"district": "here", "loan_need": true, "employees": 5})"));
  BOOST_TEST(!away(R"({"district": "here", "employees": 5})"));
  BOOST_TEST(!away(R"({"loan_need": true, "employees": 5})"));
}

BOOST_AUTO_TEST_CASE(only_a_refusal_names_what_is_unmet) {
  const auto catalogue = loaded(smallPolicies({{"m", R"({ "fact": "loan_need", "is": true })",
                                                R"({ "fact": "employees", "at_least": 20 })"}}));
  for (const char* profile : {R"({"district": "here", "loan_need": true, "employees": 20})",
                              R"({"district": "here", "loan_need": true})",
                              R"({"district": "here", "loan_need": false, "employees": 1})",
                              R"({"district": "outside", "employees": 1})"}) {
    BOOST_TEST(answer(catalogue, profile).unmet("m") == "");
    BOOST_TEST(!answer(catalogue, profile).of("m").one_condition_away);
  }
}

BOOST_AUTO_TEST_CASE(a_derived_size_can_be_unmet) {
  const auto catalogue = loaded(
      smallPolicies({{"m", "null", R"({ "fact": "enterprise_size", "in": ["micro", "small"] })"}}));
  BOOST_TEST(answer(catalogue, withDistrict(R"("enterprise_size": "large")")).unmet("m") ==
             "enterprise_size");
  // An association has no size: every comparison of it is false.
  BOOST_TEST(answer(catalogue, withDistrict(R"("entity_type": "association", "employees": 3)"))
                 .unmet("m") == "enterprise_size");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::test

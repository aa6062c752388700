// The verdict table: the first row that holds.
#include <string>
#include <vector>

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "engine/answers.h"

namespace policycalc::test {
using criteria::Truth;

namespace {

constexpr const char* kWantsLoan = R"({ "fact": "loan_need", "is": true })";
constexpr const char* kHoldsGold = R"({ "fact": "awards", "has": "gold" })";
constexpr Truth kTruths[] = {Truth::kNotMet, Truth::kUnknown, Truth::kMet};

/// A profile for which scope, applies_when and requires of the measures below have these truths.
std::string profileWith(Truth scope, Truth applies, Truth meets) {
  std::string profile = R"({"employees": 1)";
  if (scope == Truth::kMet) profile += R"(, "district": "here")";
  if (scope == Truth::kNotMet) profile += R"(, "district": "outside")";
  if (applies == Truth::kMet) profile += R"(, "loan_need": true)";
  if (applies == Truth::kNotMet) profile += R"(, "loan_need": false)";
  if (meets == Truth::kMet) profile += R"(, "awards": ["gold"])";
  if (meets == Truth::kNotMet) profile += R"(, "awards": [])";
  return profile + "}";
}

std::string expected(bool in_force, Truth scope, Truth applies, Truth meets, bool judged) {
  if (!in_force) return "not_in_force";
  if (scope == Truth::kNotMet || applies == Truth::kNotMet) return "not_applicable";
  if (meets == Truth::kNotMet) return "not_eligible";
  if (scope == Truth::kUnknown || applies == Truth::kUnknown || meets == Truth::kUnknown) {
    return "undetermined";
  }
  return judged ? "conditional" : "eligible";
}

std::shared_ptr<const catalogue::Catalogue> fourMeasures() {
  return loaded(smallPolicies({{"plain", kWantsLoan, kHoldsGold},
                               {"judged", kWantsLoan, kHoldsGold, kJudged},
                               {"for_all", kWantsLoan, kHoldsGold, "[]", "[]", "anyone"},
                               {"bare"}}));
}

struct Day {
  const char* day;
  bool in_force;
};
std::ostream& operator<<(std::ostream& out, const Day& row) {
  return out << row.day;
}

const Day kDays[] = {{"2023-12-31", false}, {"2024-01-01", true},  {"2024-06-15", true},
                     {"2024-12-31", true},  {"2025-01-01", false}, {"2999-12-31", false}};

}  // namespace

BOOST_AUTO_TEST_SUITE(Verdicts)

BOOST_AUTO_TEST_CASE(every_line_of_the_table) {
  const auto catalogue = fourMeasures();
  for (const bool in_force : {true, false}) {
    const char* day = in_force ? "2026-11-25" : "2023-12-31";
    for (const Truth scope : kTruths) {
      for (const Truth applies : kTruths) {
        for (const Truth meets : kTruths) {
          const std::string profile = profileWith(scope, applies, meets);
          const Answer got = answer(catalogue, profile, day);
          BOOST_TEST_CONTEXT(profile << " on " << day) {
            BOOST_TEST(got.verdict("plain") == expected(in_force, scope, applies, meets, false));
            BOOST_TEST(got.verdict("judged") == expected(in_force, scope, applies, meets, true));
            BOOST_TEST(got.verdict("for_all") ==
                       expected(in_force, Truth::kMet, applies, meets, false));
            BOOST_TEST(got.verdict("bare") ==
                       expected(in_force, scope, Truth::kMet, Truth::kMet, false));
          }
        }
      }
    }
  }
}

// A refusal while facts are missing: no answer can make it positive any more.
BOOST_AUTO_TEST_CASE(a_failed_condition_refuses_while_scope_and_situation_are_unknown) {
  const Answer got = answer(fourMeasures(), R"({"awards": []})");
  BOOST_TEST(got.verdict("plain") == "not_eligible");
  BOOST_TEST(got.verdict("judged") == "not_eligible");
}

BOOST_AUTO_TEST_CASE(a_deregistered_company_gets_not_applicable_throughout) {
  const auto catalogue = fourMeasures();
  for (const char* day : {"2023-12-31", "2026-11-25"}) {
    const Answer got = answer(
        catalogue,
        R"({"registration_status": "deregistered", "district": "here", "loan_need": true, "awards": ["gold"]})",
        day);
    BOOST_TEST(got.match.counts[4] == 4);
    for (const engine::Outcome& outcome : got.match.outcomes) {
      BOOST_TEST((outcome.verdict == engine::Verdict::kNotApplicable));
      BOOST_TEST(outcome.missing.empty());
    }
    BOOST_TEST(got.match.questions.empty());
    BOOST_REQUIRE(got.match.knowledge.warnings.size() == 1U);
    BOOST_TEST(got.match.knowledge.warnings.front().code == "deregistered");
  }
}

BOOST_AUTO_TEST_CASE(any_other_status_leaves_matching_as_it_is) {
  const std::string facts = R"("district": "here", "loan_need": true, "awards": ["gold"]})";
  const Answer active = answer(fourMeasures(), R"({"registration_status": "active", )" + facts);
  const Answer silent = answer(fourMeasures(), "{" + facts);
  BOOST_TEST(active.verdict("plain") == "eligible");
  BOOST_TEST(active.match.counts == silent.match.counts, boost::test_tools::per_element());
}

BOOST_DATA_TEST_CASE(first_and_last_day_of_validity_count, kDays, row) {
  MeasureText measure{"m"};
  measure.valid = R"({ "from": "2024-01-01", "to": "2024-12-31" })";
  const auto catalogue = loaded(smallPolicies({measure}));
  BOOST_TEST(answer(catalogue, R"({"district": "here"})", row.day).verdict("m") ==
             (row.in_force ? "eligible" : "not_in_force"));
}

BOOST_AUTO_TEST_CASE(the_county_is_that_of_the_district) {
  const auto catalogue = fourMeasures();
  BOOST_REQUIRE(answer(catalogue, R"({"district": "here"})").match.county != nullptr);
  BOOST_TEST(answer(catalogue, R"({"district": "here"})").match.county->id == "county");
  BOOST_TEST(answer(catalogue, R"({"district": "outside"})").match.county == nullptr);
  BOOST_TEST(answer(catalogue, "{}").match.county == nullptr);
}

BOOST_AUTO_TEST_CASE(verdicts_have_the_names_of_the_api) {
  for (std::size_t i = 0; i < engine::kVerdicts; ++i) {
    const auto verdict = static_cast<engine::Verdict>(i);
    BOOST_TEST((engine::parseVerdict(toString(verdict)) == verdict));
  }
  BOOST_TEST(!engine::parseVerdict("maybe").has_value());
  BOOST_TEST(!engine::parseVerdict("").has_value());
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::test

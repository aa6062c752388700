// Criteria that say nothing, or not what they seem to say, each with a valid counterpart.
#include <ostream>

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "policycalc/base/text.h"

#include "catalogue/lint/lint_policies.h"

using namespace policycalc;
using namespace policycalc::test;

namespace {

/// A criterion and its issues: pointers below it and codes.
struct Row {
  const char* criterion;
  const char* found;
};
std::ostream& operator<<(std::ostream& out, const Row& row) {
  return out << row.criterion;
}

std::string expected(const std::string& found, const char* tree = "requires") {
  std::string lines;
  for (std::size_t at = 0; at < found.size();) {
    const std::size_t end = std::min(found.find('\n', at), found.size());
    lines += (at == 0 ? "" : "\n") + std::string(kLintMeasures) + " /clauses/0/" + tree +
             found.substr(at, end - at);
    at = end + 1;
  }
  return lines;
}

void check(const Row& row) {
  BOOST_TEST(lintOf(lintPolicies({measureWith(row.criterion)})) == expected(row.found));
}

// ---- A part that can never be true or never be false.
const Row kConstant[] = {
    // One fact, options that exclude each other, or that are all there are.
    {R"({"all": [{"fact": "ownership", "is": "private"}, {"fact": "ownership", "is": "state"}]})",
     "/all never_true"},
    {R"({"any": [{"fact": "ownership", "is": "private"}, {"fact": "ownership", "is": "state"}]})",
     "/any always_true"},
    {R"({"any": [{"fact": "ownership", "is": "private"}, {"fact": "loan_need", "is": true}]})", ""},
    {R"({"any": [{"fact": "loan_need", "is": true}, {"fact": "loan_need", "is": false}]})",
     "/any always_true"},
    {R"({"all": [{"fact": "loan_need", "is": true}, {"not": {"fact": "loan_need", "is": true}}]})",
     "/all never_true"},
    {R"({"all": [{"fact": "awards", "has": "gold"}, {"not": {"fact": "awards", "has_any": ["gold", "silver"]}}]})",
     "/all never_true"},
    {R"({"all": [{"fact": "awards", "has": "gold"}, {"not": {"fact": "awards", "has_all": ["gold", "silver"]}}]})",
     ""},
    // A list may be empty, so having one of all options can fail.
    {R"({"fact": "awards", "has_any": ["gold", "silver", "bronze"]})", ""},
    // Figures.
    {R"({"all": [{"fact": "employees", "at_least": 20}, {"fact": "employees", "less_than": 20}]})",
     "/all never_true"},
    {R"({"all": [{"fact": "employees", "at_least": 20}, {"fact": "employees", "at_most": 20}]})",
     ""},
    {R"({"all": [{"fact": "employees", "more_than": 20}, {"fact": "employees", "less_than": 21}]})",
     "/all never_true"},
    {R"({"all": [{"fact": "budget", "more_than": 20}, {"fact": "budget", "less_than": 21}]})", ""},
    {R"({"any": [{"fact": "employees", "at_least": 20}, {"fact": "employees", "at_most": 19}]})",
     "/any always_true"},
    {R"({"any": [{"fact": "employees", "at_least": 20}, {"fact": "employees", "at_most": 18}]})",
     ""},
    {R"({"fact": "employees", "at_least": 0})", " always_true"},
    {R"({"fact": "employees", "at_least": 1})", ""},
    {R"({"fact": "employees", "less_than": 0})", " never_true"},
    {R"({"fact": "employees", "less_than": 1})", ""},
    {R"({"fact": "ratio", "at_most": 100})", " always_true"},
    {R"({"fact": "ratio", "more_than": 100})", " never_true"},
    {R"({"fact": "ratio", "less_than": 100})", ""},
    {R"({"fact": "ratio", "at_least": 100.0001})", " impossible_figure"},
    {R"({"fact": "ratio", "at_least": {"sum": [{"parameter": "share"}, {"parameter": "second_share"}]}})",
     " impossible_figure"},
    {R"({"fact": "ratio", "at_least": {"difference": [{"parameter": "tolerance"}, {"parameter": "share"}]}})",
     " impossible_figure"},
    {R"({"fact": "ratio", "at_least": {"difference": [{"parameter": "share"}, {"parameter": "tolerance"}]}})",
     ""},
    // Another fact on the right side: less, equal or more.
    {R"({"any": [{"fact": "ratio", "at_most": {"fact": "other_ratio"}}, {"fact": "ratio", "more_than": {"fact": "other_ratio"}}]})",
     "/any always_true"},
    {R"({"all": [{"fact": "ratio", "less_than": {"fact": "other_ratio"}}, {"fact": "ratio", "more_than": {"fact": "other_ratio"}}]})",
     "/all never_true"},
    {R"({"any": [{"fact": "ratio", "less_than": {"fact": "other_ratio"}}, {"fact": "ratio", "more_than": {"fact": "other_ratio"}}]})",
     ""},
    // Only the smallest faulty part is reported.
    {R"({"any": [{"fact": "loan_need", "is": true}, {"all": [{"fact": "employees", "more_than": 9}, {"fact": "employees", "less_than": 5}]}]})",
     "/any/1/all never_true"},
    {R"({"not": {"fact": "employees", "at_least": 0}})", "/not always_true"},
};

// ---- A comparison without which the criterion has the same truth.
const Row kLeaves[] = {
    {R"({"all": [{"fact": "ownership", "is": "private"}, {"any": [{"fact": "ownership", "is": "state"}, {"fact": "loan_need", "is": true}]}]})",
     "/all/1/any/0 contradicted_leaf"},
    {R"({"any": [{"fact": "ownership", "is": "private"}, {"all": [{"fact": "ownership", "is": "state"}, {"fact": "loan_need", "is": true}]}]})",
     "/any/1/all/0 idle_leaf"},
    {R"({"any": [{"fact": "employees", "less_than": 5}, {"all": [{"fact": "ownership", "is": "state"}, {"fact": "loan_need", "is": true}]}]})",
     ""},
    {R"({"all": [{"fact": "employees", "at_least": 20}, {"fact": "employees", "at_least": 10}]})",
     "/all/1 idle_leaf"},
    {R"({"all": [{"fact": "employees", "at_least": 20}, {"fact": "employees", "less_than": 300}]})",
     ""},
    {R"({"all": [{"fact": "loan_need", "is": true}, {"fact": "loan_need", "is": true}]})",
     "/all/1 idle_leaf"},
    {R"({"all": [{"fact": "awards", "has_all": ["gold", "silver"]}, {"fact": "awards", "has": "gold"}]})",
     "/all/1 idle_leaf"},
    {R"({"all": [{"fact": "awards", "has": "gold"}, {"fact": "awards", "has": "silver"}]})", ""},
    {R"({"all": [{"fact": "employees", "at_most": 9}, {"not": {"fact": "employees", "at_least": 300}}]})",
     "/all/1/not contradicted_leaf"},
};

// ---- Comparisons of one choice side by side.
const Row kSideBySide[] = {
    {R"({"any": [{"fact": "enterprise_size", "is": "micro"}, {"fact": "enterprise_size", "is": "small"}]})",
     "/any/1 write_as_in"},
    {R"({"fact": "enterprise_size", "in": ["micro", "small"]})", ""},
    {R"({"any": [{"fact": "enterprise_size", "in": ["micro", "small"]}, {"fact": "loan_need", "is": true}]})",
     ""},
    {R"({"all": [{"not": {"fact": "enterprise_size", "is": "micro"}}, {"not": {"fact": "enterprise_size", "is": "small"}}]})",
     "/all/1/not write_as_in"},
    {R"({"not": {"fact": "enterprise_size", "in": ["micro", "small"]}})", ""},
    {R"({"any": [{"fact": "awards", "has": "gold"}, {"fact": "awards", "has": "silver"}]})",
     "/any/1 write_as_in"},
    {R"({"fact": "awards", "has_any": ["gold", "silver"]})", ""},
    // Bodies without a size fail even a list of all sizes.
    {R"({"any": [{"fact": "enterprise_size", "in": ["micro", "small", "medium"]}, {"fact": "enterprise_size", "is": "large"}]})",
     "/any/1 write_as_in"},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(LintLogic)

BOOST_AUTO_TEST_CASE(the_folder_is_sound_before_it_is_broken) {
  BOOST_TEST(lintOf(lintPolicies({})) == "");
}

BOOST_DATA_TEST_CASE(parts_that_are_the_same_for_every_company, kConstant, row) {
  check(row);
}
BOOST_DATA_TEST_CASE(comparisons_that_do_not_count, kLeaves, row) {
  check(row);
}
BOOST_DATA_TEST_CASE(one_choice_side_by_side, kSideBySide, row) {
  check(row);
}

BOOST_AUTO_TEST_CASE(applies_when_is_checked_like_requires) {
  BOOST_TEST(lintOf(lintPolicies({measureWith("null", kConstant[0].criterion)})) ==
             expected("/all never_true", "applies_when"));
}

BOOST_AUTO_TEST_CASE(requires_is_checked_among_the_companies_that_the_measure_is_about) {
  const auto found = [](const char* sizes) {
    return lintOf(lintPolicies(
        {measureWith(std::string(R"({"fact": "enterprise_size", "in": )") + sizes + "}",
                     R"({"fact": "enterprise_size", "in": ["micro", "small"]})")}));
  };
  BOOST_TEST(found(R"(["medium", "large"])") == expected(" never_true"));
  BOOST_TEST(found(R"(["micro", "small", "medium"])") == expected(" always_true"));
  BOOST_TEST(found(R"(["small", "medium"])") == "");
}

// `prize` is 500,000 until 2025 and 600,000 after.
BOOST_AUTO_TEST_CASE(every_figure_of_the_validity_is_looked_at) {
  const auto found = [](const char* other, const char* valid) {
    MeasureText measure = measureWith(
        std::string(R"({"all": [{"fact": "budget", "at_least": {"parameter": "prize"}}, )") +
        other + "]}");
    measure.valid = valid;
    return lintOf(lintPolicies({measure}));
  };
  const char* const open = R"({ "from": "2024-01-01", "to": null })";
  const char* const until_2025 = R"({ "from": "2024-01-01", "to": "2025-12-31" })";
  const char* const below = R"({"fact": "budget", "less_than": 550000})";
  BOOST_TEST(found(below, open) == expected("/all never_true"));
  BOOST_TEST(found(below, until_2025) == "");
  // A comparison is idle only if it never matters.
  const char* const above = R"({"fact": "budget", "at_least": 550000})";
  BOOST_TEST(found(above, open) == "");
  BOOST_TEST(found(above, until_2025) == expected("/all/0 idle_leaf"));
}

BOOST_AUTO_TEST_CASE(criteria_beyond_survey_are_named_instead_of_passed) {
  std::vector<std::string> leaves;
  for (int figure = 2; figure <= 42; ++figure) {
    for (const char* fact : {"budget", "employees", "ratio"}) {
      leaves.push_back(R"({"fact": ")" + std::string(fact) + R"(", "at_least": )" +
                       std::to_string(figure) + "}");
    }
  }
  BOOST_TEST(lintOf(lintPolicies({measureWith(R"({"any": [)" + base::join(leaves, ",") + "]}")})) ==
             expected("/any too_complex"));
}

BOOST_AUTO_TEST_SUITE_END()

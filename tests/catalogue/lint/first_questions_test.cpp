// First questions: few, askable, and each of use.
#include <ostream>

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "catalogue/lint/lint_policies.h"
#include "facts/json_text.h"

using namespace policycalc;
using namespace policycalc::test;

namespace {

constexpr const char* kFacts = "facts.json";

/// Two measures, of `award` and of `finance`; with the third, which uses the other facts and is for
/// `award`, they ask for ten facts and the district.
catalogue::PolicyFiles soundPolicies() {
  MeasureText award = measureWith(
      R"({ "all": [{ "fact": "employees", "at_least": 1 }, { "fact": "annual_revenue", "at_least": 1 }] })");
  MeasureText finance = measureWith(R"({ "fact": "enterprise_size", "in": ["micro", "small"] })");
  finance.scope = "registered";
  auto files = lintPolicies({award, finance});
  std::string& text = files[kLintMeasures];
  const std::size_t second = text.find(R"("topic": "award")", text.find(R"("id": "1.1.b")"));
  text.replace(second, 16, R"("topic": "finance")");
  return files;
}

/// The vocabulary in which each of `facts` (id, space, JSON members) has these additional keys;
/// `loan_need`, the only first question of the small vocabulary, loses its key.
std::string withKeys(std::string text, const std::vector<std::string>& facts) {
  text = replaced(text, R"(, "core": true)", "");
  for (const std::string& fact : facts) {
    const std::size_t space = fact.find(' ');
    const std::string last = R"("why": null)";
    const std::size_t at =
        text.find(last, text.find(R"({ "id": ")" + fact.substr(0, space) + "\"")) + last.size();
    text.insert(at, "," + fact.substr(space));
  }
  return text;
}

std::string found(const std::vector<std::string>& facts) {
  auto files = soundPolicies();
  files[kFacts] = withKeys(files[kFacts], facts);
  return lintOf(files);
}

const char* const kCore = R"( "core": true)";

struct Row {
  const char* what;
  std::vector<std::string> facts;
  const char* found;
};
std::ostream& operator<<(std::ostream& out, const Row& row) {
  return out << row.what;
}

const std::string kServed = R"(employees "core": true)";  // a condition of both needs
const std::string kForBoth = R"(employees "core_for": ["award", "finance"])";

const Row kRows[] = {
    {"one for everyone", {kServed}, ""},
    {"one for each need", {kForBoth}, ""},
    {"no first question",
     {},
     "facts.json /needs/0 need_without_question\nfacts.json /needs/1 need_without_question"},
    {"one need is left out",
     {R"(employees "core_for": ["award"])"},
     "facts.json /needs/1 need_without_question"},
    {"not asked of everyone",
     {R"(employees "core": false)"},
     "facts.json /needs/0 need_without_question\nfacts.json /needs/1 need_without_question"},
    // The district matters to every registered measure, so it says nothing about this need.
    {"only the scope of a need",
     {R"(employees "core_for": ["award"])", R"(district "core_for": ["finance"])"},
     "facts.json /needs/1 need_without_question"},
    {"the scope besides", {kForBoth, R"(district "core": true)"}, ""},
    {"what a fact is derived from", {kForBoth, R"(industry_code "core_for": ["finance"])"}, ""},
    {"for everyone and for a need",
     {kServed, R"(budget "core": true, "core_for": ["award"])"},
     "facts.json /facts/13/core_for double_first_question"},
    {"for everyone, and an empty list", {R"(employees "core": true, "core_for": [])"}, ""},
    {"what the program works out",
     {kForBoth, R"(enterprise_size "core": true)"},
     "facts.json /facts/10/core unasked_first_question"},
    {"what the program works out, for a need",
     {kForBoth, R"(enterprise_size "core_for": ["finance"])"},
     "facts.json /facts/10/core_for unasked_first_question"},
    {"what nothing depends on",
     {kServed, R"(credit_code "core": true)"},
     "facts.json /facts/0/core idle_first_question"},
    {"what another need depends on",
     {kForBoth, R"(budget "core_for": ["finance"])"},
     "facts.json /facts/13/core_for idle_first_question"},
    {"what this need depends on", {kForBoth, R"(budget "core_for": ["award"])"}, ""},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(LintFirstQuestions)

BOOST_AUTO_TEST_CASE(the_folder_is_sound_before_it_is_broken) {
  const auto files = lintPolicies({});
  BOOST_TEST(lintOf(files) == "");  // a need without measures needs no question
}

BOOST_DATA_TEST_CASE(each_fault_is_found_and_its_neighbour_is_not, kRows, row) {
  BOOST_TEST(found(row.facts) == row.found);
}

BOOST_AUTO_TEST_CASE(six_are_asked_of_everyone_and_no_seventh) {
  std::vector<std::string> facts;
  for (const char* id : {"employees", "annual_revenue", "loan_need", "awards", "budget", "ratio"}) {
    facts.push_back(std::string(id) + kCore);
  }
  BOOST_TEST(found(facts) == "");
  facts.push_back(std::string("other_ratio") + kCore);
  BOOST_TEST(found(facts) == "facts.json /facts/15/core many_first_questions");
}

BOOST_AUTO_TEST_CASE(four_are_asked_for_a_need_and_no_fifth) {
  const std::string key = R"( "core_for": ["award"])";
  std::vector<std::string> facts{R"(employees "core_for": ["finance", "award"])"};
  for (const char* id : {"annual_revenue", "loan_need", "awards"}) facts.push_back(id + key);
  BOOST_TEST(found(facts) == "");
  facts.push_back("budget" + key);
  BOOST_TEST(found(facts) == "facts.json /facts/13/core_for many_first_questions");
}

BOOST_AUTO_TEST_SUITE_END()

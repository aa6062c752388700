// Screens ask each question once, lead to each answer, and say what leaving out means.
#include <ostream>

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "catalogue/lint/lint_policies.h"
#include "catalogue/small_screens.h"
#include "facts/json_text.h"

using namespace policycalc;
using namespace policycalc::test;

namespace {

std::string found(const std::string& screens) {
  auto files = lintPolicies({});
  files["screens.json"] = screens;
  return lintOf(files);
}

struct Row {
  const char* what;
  const char* from;
  const char* to;
  const char* found;
};
std::ostream& operator<<(std::ostream& out, const Row& row) {
  return out << row.what;
}

const Row kRows[] = {
    {"a question that no screen asks",
     R"("facts": ["ratio", "other_ratio"],
      "options": [], "second_ask": null, "second_ask_en": null, "second": [],
      "fields": [{ "fact": "ratio", "when": null }, { "fact": "other_ratio", "when": null }])",
     R"("facts": ["ratio"],
      "options": [], "second_ask": null, "second_ask_en": null, "second": [],
      "fields": [{ "fact": "ratio", "when": null }])",
     "facts.json /facts/15 unasked_fact"},
    {"a fact that the screen only names", R"({ "fact": "ratio", "when": null }, )", "",
     "facts.json /facts/14 unasked_fact\nscreens.json /screens/4/facts/0 idle_fact"},
    {"a question on two screens", R"("facts": ["ratio", "other_ratio"])",
     R"("facts": ["ratio", "other_ratio", "budget"])",
     "screens.json /screens/4/facts/2 duplicate_fact"},
    {"an answer that no option leads to", R"("sets": { "awards": ["bronze"] })",
     R"("sets": { "awards": ["silver"] })", "facts.json /facts/12 unreachable_option"},
    {"a state that the second line leaves out",
     R"("sets": { "registration_status": "deregistered" })",
     R"("sets": { "registration_status": "active" })", "facts.json /facts/4 unreachable_option"},
    {"a list without an answer for the rest",
     R"("none": { "label": "都没有", "label_en": "None", "sets": { "loan_need": false, "awards": [] } })",
     R"("none": null)",
     "facts.json /facts/11 unreachable_option\nscreens.json /screens/3/none none_gap"},
    {"a tick that the rest does not answer", R"("loan_need": false, "awards": [])",
     R"("loan_need": false)", "screens.json /screens/3/none/sets none_gap"},
    {"an answer for the rest that is a tick", R"("loan_need": false, "awards": [])",
     R"("loan_need": true, "awards": [])",
     "facts.json /facts/11 unreachable_option\n"
     "screens.json /screens/3/none/sets/loan_need none_gap"},
    {"an answer for the rest without a tick", R"("loan_need": false, "awards": [])",
     R"("loan_need": false, "awards": [], "budget": 0)",
     "screens.json /screens/3/none/sets/budget none_gap"},
    // Its detail is the question itself if the tick sets nothing.
    {"a tick that only asks",
     R"("sets": { "loan_need": true }, "when": null, "details": ["budget"])",
     R"("sets": {}, "when": null, "details": ["budget", "loan_need"])",
     "screens.json /screens/3/none/sets none_gap"},
    {"a label of spaces", R"("label": "银奖")", R"("label": " ")",
     "screens.json /screens/3/options/2/label blank_text"},
    {"a group of spaces", R"("label_en": "One")", R"("label_en": " ")",
     "screens.json /screens/1/groups/0/label_en blank_text"},
    {"a placeholder in a sentence", "想要什么？", "想要{{prize}}？",
     "screens.json /screens/3/ask broken_placeholder"},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(ScreensLint)

BOOST_AUTO_TEST_CASE(sound_screens_have_no_fault) {
  BOOST_TEST(found(smallScreens()) == "");
}

BOOST_DATA_TEST_CASE(each_gap_is_found, kRows, row) {
  BOOST_TEST(found(replaced(smallScreens(), row.from, row.to)) == row.found);
}

BOOST_AUTO_TEST_CASE(a_long_sentence_is_found) {
  std::string text;
  for (int i = 0; i < 41; ++i) text += "长";
  BOOST_TEST(found(replaced(smallScreens(), "想要什么？", text)) ==
             "screens.json /screens/3/ask long_text");
  text.resize(text.size() - std::string("长").size());
  BOOST_TEST(found(replaced(smallScreens(), "想要什么？", text)) == "");
}

BOOST_AUTO_TEST_SUITE_END()

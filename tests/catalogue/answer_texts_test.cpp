// answer.json: the sentences of answers, and the warnings about profiles.
#include "policycalc/catalogue/answer_texts.h"

#include <ostream>
#include <string>

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "catalogue/diagnostics.h"
#include "catalogue/lint/lint_policies.h"
#include "facts/json_text.h"

namespace policycalc::test {
using catalogue::CaveatKind;
using catalogue::Phrase;

namespace {

constexpr const char* kPhrases[] = {
    "delivery",     "beyond_last_checked", "after_registration", "registered",
    "negated",      "named_amounts",       "already_paid",       "example",
    "no_telephone", "city_hall",           "county_hall",        "closing"};

std::string sentence(const std::string& id) {
  return "\"" + id + R"(": { "text": "中文 )" + id + R"(", "text_en": "English )" + id + "\" }";
}

std::string answerTexts() {
  std::string sentences;
  for (const char* id : kPhrases) sentences += (sentences.empty() ? "" : ",\n") + sentence(id);
  std::string kinds;
  for (std::size_t i = 0; i < catalogue::kCaveatKinds; ++i) {
    kinds += (i == 0 ? "" : ",\n") + sentence(std::string(toString(static_cast<CaveatKind>(i))));
  }
  return "{ \"sentences\": {" + sentences + "},\n\"caveat_kinds\": {" + kinds + R"(},
"totals": {
  "several_awards": { "kind": "ask_first", "text": "先问清楚", "text_en": "Ask first", "source": { "document": "notice", "item": 1, "cell": 1, "clause": "a" } },
  "paid_once": { "kind": "note", "text": "只领一次", "source": null } },
"warnings": [
  { "code": "unlikely", "fact": "employees", "when": { "fact": "employees", "at_least": { "parameter": "staff" } }, "text": "超过 {{staff}}，请核对", "text_en": "More than {{staff}}; please check" }]
})";
}

catalogue::PolicyFiles policies() {
  auto files = smallPolicies({{"1.1.a"}});
  files["answer.json"] = answerTexts();
  return files;
}

struct Row {
  const char* from;
  const char* to;
  const char* issues;  ///< in answer.json
};
std::ostream& operator<<(std::ostream& out, const Row& row) {
  return out << row.to;
}

const Row kFaults[] = {
    {R"("closing": {)", R"("ending": {)",
     "answer.json /sentences/closing missing_field\nanswer.json /sentences/ending unknown_field"},
    {R"("text_en": "English delivery")", R"("text_en": "")",
     "answer.json /sentences/delivery/text_en wrong_value"},
    {R"("text": "中文 delivery", )", "", "answer.json /sentences/delivery/text missing_field"},
    {R"("text": "中文 delivery", )", R"("text": "中文", "more": 1, )",
     "answer.json /sentences/delivery/more unknown_field"},
    {R"("newer_law": {)", R"("new_law": {)",
     "answer.json /caveat_kinds/newer_law missing_field\nanswer.json /caveat_kinds/new_law "
     "unknown_field"},
    {R"("kind": "ask_first")", R"("kind": "ask")",
     "answer.json /totals/several_awards/kind wrong_value"},
    {R"({ "document": "notice", "item": 1, "cell": 1, "clause": "a" })",
     R"({ "document": "decree" })", "answer.json /totals/several_awards/source unknown_document"},
    {R"("paid_once": {)", R"("paid_twice": {)",
     "answer.json /totals/paid_once missing_field\nanswer.json /totals/paid_twice unknown_field"},
    {R"("fact": "employees", "when")", R"("fact": "people", "when")",
     "answer.json /warnings/0/fact unknown_fact"},
    {R"({ "fact": "employees", "at_least")", R"({ "fact": "people", "at_least")",
     "answer.json /warnings/0/when/fact unknown_fact"},
    {R"("when": {)", R"("if": {)",
     "answer.json /warnings/0/when missing_field\nanswer.json /warnings/0/if unknown_field"},
    {R"("text": "超过 {{staff}}，请核对")", R"("text": "")",
     "answer.json /warnings/0/text wrong_value"},
    {R"({{staff}}，请核对)", R"({{people}}，请核对)",
     "answer.json /warnings/0/when unknown_parameter"},
    {R"("warnings": [)", R"("more": 1, "warnings": [)", "answer.json /more unknown_field"},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(AnswerTexts)

BOOST_AUTO_TEST_CASE(each_sentence_is_found_by_its_phrase) {
  const auto catalogue = loaded(policies());
  const catalogue::AnswerTexts& texts = catalogue->texts();
  BOOST_REQUIRE(std::size(kPhrases) == catalogue::kPhrases);
  for (std::size_t i = 0; i < catalogue::kPhrases; ++i) {
    const catalogue::Sentence& each = texts[static_cast<Phrase>(i)];
    BOOST_TEST(each.text == std::string("中文 ") + kPhrases[i]);
    BOOST_TEST(each.text_en == std::string("English ") + kPhrases[i]);
  }
  BOOST_TEST(texts[Phrase::kNoTelephone].text == "中文 no_telephone");
  BOOST_TEST(texts[Phrase::kCityHall].text == "中文 city_hall");
  BOOST_TEST(texts[Phrase::kClosing].text == "中文 closing");
  BOOST_TEST(texts.labelOf(CaveatKind::kNewerLaw).text == "中文 newer_law");
  BOOST_TEST(texts.labelOf(CaveatKind::kNote).text_en == "English note");
  BOOST_REQUIRE(texts.severalAwards() != nullptr);
  BOOST_TEST((texts.severalAwards()->kind == CaveatKind::kAskFirst));
  BOOST_TEST(texts.severalAwards()->source->document == "notice");
  BOOST_REQUIRE(texts.paidOnce() != nullptr);
  BOOST_TEST(texts.paidOnce()->text == "只领一次");
  BOOST_REQUIRE(texts.warnings().size() == 1U);
  BOOST_TEST(texts.warnings().front().code == "unlikely");
  BOOST_TEST(texts.warnings().front().fact == *catalogue->vocabulary().find("employees"));
}

BOOST_DATA_TEST_CASE(each_fault_has_code_and_place, kFaults, row) {
  BOOST_TEST(issuesAfter(policies(), {{"answer.json", row.from, row.to}}) == row.issues);
}

BOOST_AUTO_TEST_CASE(it_is_strict_json) {
  auto files = policies();
  files["answer.json"] = "{";
  BOOST_TEST(issuesAfter(files, {}) == "answer.json  syntax");
}

// A parameter that only a warning uses counts as used.
BOOST_AUTO_TEST_CASE(warnings_use_parameters) {
  auto files = policies();
  files["measures/01-one.json"] = replaced(files["measures/01-one.json"], "{{staff}}", "");
  BOOST_TEST(issuesAfter(files, {}) == "");
  files.erase("answer.json");
  BOOST_TEST(issuesAfter(files, {}) == "parameters.json /parameters/4 unused_parameter");
}

// So does a fact that only a warning compares.
BOOST_AUTO_TEST_CASE(warnings_use_facts) {
  auto files = lintPolicies({});
  std::string& measures = files["measures/01-one.json"];
  measures = replaced(measures, R"({ "fact": "other_ratio" })", "5");
  const char* unused = "facts.json /facts/15 unused_fact";
  BOOST_TEST(lintOf(files) == unused);
  files["answer.json"] = answerTexts();
  BOOST_TEST(lintOf(files) == unused);
  files["answer.json"] =
      replaced(answerTexts(), R"({ "fact": "employees", "at_least": { "parameter": "staff" } })",
               R"({ "fact": "ratio", "at_least": { "fact": "other_ratio" } })");
  BOOST_TEST(lintOf(files) == "");
}

BOOST_AUTO_TEST_CASE(it_is_part_of_the_content) {
  const auto first = loaded(policies());
  auto files = policies();
  files["answer.json"] = replaced(files["answer.json"], "只领一次", "领一次");
  BOOST_TEST(loaded(files)->hash() != first->hash());
  const auto again = catalogue::Catalogue::restore(first->content());
  BOOST_REQUIRE(again.ok());
  BOOST_TEST((*again)->hash() == first->hash());
  BOOST_TEST((*again)->texts()[Phrase::kDelivery].text == "中文 delivery");
}

BOOST_AUTO_TEST_CASE(earlier_versions_have_no_deadlines) {
  auto files = policies();
  files["answer.json"] = replaced(files["answer.json"], sentence("deadline") + ",\n", "");
  const auto catalogue = loaded(files);
  BOOST_TEST(catalogue->texts().labelOf(CaveatKind::kDeadline).text == "");
  BOOST_TEST(catalogue->texts().labelOf(CaveatKind::kNote).text == "中文 note");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::test

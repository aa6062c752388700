// Faults of facts.json and size-standard.json: each with its code, its place and its line.
#include "facts/loading.h"

#include <ostream>
#include <string>

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "facts/real_facts.h"

namespace policycalc::test {

namespace {

using Row = LoadingRow;

const Row kVocabularyFaults[] = {
    {R"("id": "finance", "label": "融资")", R"("id": "award", "label": "融资")",
     "5 /needs/1/id duplicate_id"},
    {R"("id": "finance", "label": "融资")", R"("id": "finance", "label": "")",
     "5 /needs/1/label wrong_value"},
    {R"({ "id": "loan_need", "type")", R"({ "id": "employees", "type")",
     "32 /facts/11/id duplicate_id"},
    {R"({ "id": "loan_need", "type")", R"({ "type")", "32 /facts/11/id missing_field"},
    {R"("id": "loan_need", "type": "boolean")", R"("id": "loan_need", "type": "flag")",
     "32 /facts/11/type wrong_value"},
    {R"("label_en": "Needs a loan", "topic": "all")",
     R"("label_en": "Needs a loan", "topic": "money")", "32 /facts/11/topic unknown_topic"},
    {R"("label_en": "Needs a loan")", R"("label_en": 5)", "32 /facts/11/label_en wrong_type"},
    {R"("label_en": "Needs a loan")", R"("label_en": "Loan", "since": 2024)",
     "32 /facts/11/since unknown_field"},
    {R"("code": "silver", "label": "银奖")", R"("code": "gold", "label": "银奖")",
     "35 /facts/12/options/1/code duplicate_id"},
    {R"("code": "silver", "label": "银奖")", R"("code": "silver", "colour": "银奖")",
     "35 /facts/12/options/1/label missing_field\n35 /facts/12/options/1/colour unknown_field"},
    {R"("label_en": "Needs a loan", "topic": "all", "unit": null, "options": [])",
     R"("label_en": "Needs a loan", "topic": "all", "unit": null, "options": [{ "code": "a", "label": "b", "label_en": "c" }])",
     "32 /facts/11/options wrong_value"},
    {R"("derived_from": ["entity_type"])", R"("derived_from": ["kind"])",
     "13 /facts/2/derived_from unknown_fact"},
    {R"("derived_from": ["entity_type"])", R"("derived_from": "entity_type")",
     "13 /facts/2/derived_from wrong_type"},
    {R"("derived_from": ["entity_type"])", R"("derived_from": [5])",
     "13 /facts/2/derived_from/0 wrong_type"},
    {R"({ "id": "total_assets", "type": "money")", R"({ "id": "assets", "type": "money")",
     "6 /facts missing_fact\n31 /facts/10/derived_from unknown_fact"},
    {R"({ "id": "total_assets", "type": "money")", R"({ "id": "total_assets", "type": "percent")",
     "6 /facts missing_fact"},
    {R"("topics": [)", R"("more": [], "topics": [)", "2 /more unknown_field"},
    {R"("needs": [)", R"("wishes": [)", "1 /needs missing_field\n3 /wishes unknown_field"},
    {R"("label_en": "All" }])", R"("label_en": "All" }, "more"])", "2 /topics/1 wrong_type"},
    {R"("code": "here", "label": "本市")",
     R"("former_codes": ["a", "a"], "code": "here", "label": "本市")",
     "15 /facts/3/options/0/former_codes duplicate_id"},
    {R"("code": "here", "label": "本市")",
     R"("former_codes": ["here"], "code": "here", "label": "本市")",
     "15 /facts/3/options/0/former_codes duplicate_id"},
    {R"("code": "outside", "label": "市外")",
     R"("former_codes": ["here"], "code": "outside", "label": "市外")",
     "16 /facts/3/options/1/former_codes duplicate_id"},
    {R"("code": "here", "label": "本市")",
     R"("former_codes": "a", "code": "here", "label": "本市")",
     "15 /facts/3/options/0/former_codes wrong_type"},
    {R"("core": true)", R"("core": "yes")", "32 /facts/11/core wrong_type"},
    {R"("core": true)", R"("core": null)", "32 /facts/11/core wrong_type"},
    {R"("core": true)", R"("core": true, "core_for": "award")", "32 /facts/11/core_for wrong_type"},
    {R"("core": true)", R"("core_for": ["award", "money"])", "32 /facts/11/core_for unknown_need"},
    {R"("core": true)", R"("core_for": ["all"])", "32 /facts/11/core_for unknown_need"},
    {R"("core": true)", R"("core_for": ["award", "award"])", "32 /facts/11/core_for duplicate_id"},
    {R"("core": true)", R"("core_for": [true])", "32 /facts/11/core_for/0 wrong_type"},
    {R"("core": true)", R"("help_en": "", "why_en": 1)",
     "32 /facts/11/help_en wrong_value\n32 /facts/11/why_en wrong_type"},
};

const Row kStandardFaults[] = {
    {R"("classes": ["micro", "small",)", R"("classes": ["small", "micro",)",
     "3 /classes wrong_value"},
    {R"("document": "standard")", R"("document": null)", "2 /document wrong_type"},
    {R"(["association"])", R"(["club"])", "4 /no_size_entity_types unknown_option"},
    {R"("private_entity_types": [])", R"("private_entity_types": ["shop"])",
     "5 /private_entity_types unknown_option"},
    {R"("letter": "M")", R"("letter": "MN")", "8 /sections/1/letter wrong_value"},
    {R"("from": 73)", R"("from": 73.5)", "8 /sections/1/from wrong_value"},
    {R"("id": "other")", R"("id": "trade")",
     "9 /industries missing_field\n13 /industries/1/id unknown_option"},
    {R"("id": "other")", R"("id": "industry")",
     "9 /industries missing_field\n13 /industries/1/id duplicate_id"},
    {R"({ "fact": "annual_revenue")", R"({ "fact": "turnover")",
     "12 /industries/0/indicators/1/fact unknown_fact"},
    {R"({ "fact": "annual_revenue")", R"({ "fact": "ownership")",
     "12 /industries/0/indicators/1/fact unknown_fact"},
    {R"("small_min": 20,)", R"("small_min": 20.5,)",
     "11 /industries/0/indicators/0/small_min wrong_value"},
    {R"("small_min": 3000000,)", R"("small_min": 3000000.001,)",
     "12 /industries/0/indicators/1/small_min wrong_value"},
    {R"("medium_min": 300,)", R"("medium_min": 3000,)",
     "11 /industries/0/indicators/0 wrong_value"},
    {R"("large_min": 1000 })", R"("largest_min": 1000 })",
     "11 /industries/0/indicators/0 wrong_value\n"
     "11 /industries/0/indicators/0/large_min missing_field\n"
     "11 /industries/0/indicators/0/largest_min unknown_field"},
    {R"("codes": ["73"])", R"("codes": [73])", "13 /industries/1/codes/0 wrong_type"},
};

std::string manyOptions(int count) {
  std::string options;
  for (int i = 0; i < count; ++i) {
    const std::string code = "o" + std::to_string(i);
    options +=
        (i == 0 ? "" : ", ") + (R"({ "code": ")" + code) + R"(", "label": "x", "label_en": "x" })";
  }
  return options;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(LoadingFacts)

BOOST_AUTO_TEST_CASE(the_small_documents_are_sound) {
  BOOST_TEST(vocabularyIssues(smallVocabulary()) == "");
  BOOST_TEST(standardIssues(smallSizeStandard()) == "");
}

BOOST_DATA_TEST_CASE(each_vocabulary_fault_has_code_and_place, kVocabularyFaults, row) {
  BOOST_TEST(vocabularyIssues(replaced(smallVocabulary(), row.from, row.to)) == row.issues);
}

BOOST_DATA_TEST_CASE(each_standard_fault_has_code_and_place, kStandardFaults, row) {
  BOOST_TEST(standardIssues(replaced(smallSizeStandard(), row.from, row.to)) == row.issues);
}

BOOST_AUTO_TEST_CASE(a_choice_needs_options) {
  BOOST_TEST(vocabularyIssues(replaced(smallVocabulary(), R"("options": [
        { "code": "gold", "label": "金奖", "label_en": "Gold" },
        { "code": "silver", "label": "银奖", "label_en": "Silver" },
        { "code": "bronze", "label": "铜奖", "label_en": "Bronze" }])",
                                       R"("options": [])")) == "33 /facts/12/options wrong_value");
}

BOOST_AUTO_TEST_CASE(a_fact_has_at_most_64_options) {
  const char* bronze = R"({ "code": "bronze", "label": "铜奖", "label_en": "Bronze" })";
  BOOST_TEST(vocabularyIssues(replaced(smallVocabulary(), bronze, manyOptions(62))) == "");
  BOOST_TEST(vocabularyIssues(replaced(smallVocabulary(), bronze, manyOptions(63))) ==
             "33 /facts/12/options too_many");
}

BOOST_AUTO_TEST_CASE(all_64_options_fit_into_a_set) {
  base::Issues issues;
  const char* bronze = R"({ "code": "bronze", "label": "铜奖", "label_en": "Bronze" })";
  const auto vocabulary =
      loadVocabulary(replaced(smallVocabulary(), bronze, manyOptions(62)), issues);
  const facts::Fact& awards = vocabulary.fact(*vocabulary.find("awards"));
  BOOST_TEST(awards.allOptions().size() == facts::kMaxOptions);
  BOOST_TEST(awards.codesOf(facts::OptionSet::of(63)).front() == "o61");
}

BOOST_AUTO_TEST_CASE(an_industry_needs_an_indicator) {
  const std::string text = replaced(smallSizeStandard(), R"("indicators": [
        { "fact": "employees", "small_min": 10, "medium_min": 100, "large_min": 300 }])",
                                    R"("indicators": [])");
  BOOST_TEST(standardIssues(text) == "13 /industries/1 wrong_value");
}

BOOST_AUTO_TEST_CASE(documents_of_another_shape_are_refused) {
  for (const char* text :
       {"[]", "1", "null", "{}", R"({"facts": [], "topics": [], "needs": []})"}) {
    BOOST_TEST(vocabularyIssues(text) != "", text);
  }
}

BOOST_AUTO_TEST_CASE(several_faults_are_listed_together) {
  std::string text = replaced(smallVocabulary(), R"("id": "finance")", R"("id": "award")");
  text = replaced(text, R"("label_en": "Budget")", R"("label_en": "")");
  text = replaced(text, R"("label_en": "Revenue", "topic": "all")",
                  R"("label_en": "Revenue", "topic": "none")");
  BOOST_TEST(vocabularyIssues(text) ==
             "5 /needs/1/id duplicate_id\n25 /facts/8/topic unknown_topic\n"
             "37 /facts/13/label_en wrong_value");
}

BOOST_AUTO_TEST_CASE(first_questions_are_read_with_their_needs) {
  base::Issues issues;
  const auto vocabulary = loadVocabulary(
      replaced(smallVocabulary(), R"("label_en": "Budget", "topic": "all")",
               R"("label_en": "Budget", "topic": "all", "core_for": ["finance", "award"])"),
      issues);
  BOOST_TEST(issues.empty());
  BOOST_TEST(vocabulary.fact(*vocabulary.find("loan_need")).core);
  const facts::Fact& budget = vocabulary.fact(*vocabulary.find("budget"));
  BOOST_TEST(!budget.core);
  BOOST_TEST(budget.core_for == (std::vector<std::size_t>{1, 0}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(the_real_vocabulary_knows_its_facts) {
  const facts::Vocabulary& vocabulary = realFacts().vocabulary;
  BOOST_TEST(!vocabulary.find("no_such_fact").has_value());
  BOOST_TEST(vocabulary.findNeed("procurement").has_value());
  BOOST_TEST(!vocabulary.findNeed("identity").has_value());  // a group of questions, not a need
  BOOST_TEST(!fact("enterprise_size").asked);
  BOOST_TEST(fact("employees").asked);
  BOOST_TEST(idsOf(fact("ownership").derived_from) == "entity_type");
  BOOST_TEST(vocabulary.fact(vocabulary.known().district).id == "district");
  for (const facts::Fact& each : vocabulary.facts()) BOOST_TEST(!each.help.empty(), each.id);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::test

// Later parts of facts.json and size-standard.json, and the earlier forms: follow-up questions,
// former codes, retired names, the table of entity types.
#include <string>

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "facts/loading.h"

namespace policycalc::test {

namespace {

using Row = LoadingRow;

/// Below `loan_need`, on line 32.
constexpr const char* kLastKey = R"("core": true)";
const Row kFollowUps[] = {
    {kLastKey, R"("detail_of": { "fact": "awards", "options": ["gold"] })", ""},
    {kLastKey, R"("detail_of": { "fact": "district", "options": ["here", "outside"] })", ""},
    {kLastKey, R"("can_be_taken": true)", ""},
    {kLastKey, R"("detail_of": { "fact": "prizes", "options": ["gold"] })",
     "32 /facts/11/detail_of/fact unknown_fact"},
    // A fact cannot follow itself, and its parent must be a choice.
    {kLastKey, R"("detail_of": { "fact": "loan_need", "options": ["true"] })",
     "32 /facts/11/detail_of/fact unknown_fact"},
    {R"("label": "奖项")",
     R"("label": "奖项", "detail_of": { "fact": "awards", "options": ["gold"] })",
     "33 /facts/12/detail_of/fact unknown_fact"},
    {kLastKey, R"("detail_of": { "fact": "budget", "options": ["gold"] })",
     "32 /facts/11/detail_of/fact unknown_fact"},
    {kLastKey, R"("detail_of": { "fact": "awards", "options": ["tin"] })",
     "32 /facts/11/detail_of/options unknown_option"},
    {kLastKey, R"("detail_of": { "fact": "awards", "options": [] })",
     "32 /facts/11/detail_of/options wrong_value"},
    {kLastKey, R"("detail_of": { "fact": "awards", "options": "gold" })",
     "32 /facts/11/detail_of/options wrong_type"},
    {kLastKey, R"("detail_of": { "fact": "awards" })",
     "32 /facts/11/detail_of/options missing_field"},
    {kLastKey, R"("detail_of": { "fact": "awards", "options": ["gold"], "when": 1 })",
     "32 /facts/11/detail_of/when unknown_field"},
    {kLastKey, R"("detail_of": "awards")", "32 /facts/11/detail_of wrong_type"},
    {kLastKey, R"("can_be_taken": "yes")", "32 /facts/11/can_be_taken wrong_type"},
    {kLastKey, R"("tells": "plan")", ""},
    {kLastKey, R"("tells": "trouble")", ""},
    {kLastKey, R"("tells": "common")", ""},
    {kLastKey, R"("tells": "all")", "32 /facts/11/tells wrong_value"},
    {kLastKey, R"("tells": null)", "32 /facts/11/tells wrong_type"},
    {kLastKey, R"("tells": ["plan"])", "32 /facts/11/tells wrong_type"},
};

constexpr const char* kHere = R"("code": "here", "label": "本市")";
const Row kFormerCodes[] = {
    {kHere, R"("former_codes": [], "code": "here", "label": "本市")", ""},
    {kHere, R"("former_codes": ["a", "b"], "code": "here", "label": "本市")", ""},
    {kHere,
     R"("former_codes": [{ "code": "a", "until": "2013-11-18" }, { "code": "b", "until": null }], "code": "here", "label": "本市")",
     ""},
    {kHere,
     R"("former_codes": [{ "code": "a", "until": null }, { "code": "a", "until": null }], "code": "here", "label": "本市")",
     "15 /facts/3/options/0/former_codes duplicate_id"},
    {kHere,
     R"("former_codes": [{ "code": "a", "until": "2013" }], "code": "here", "label": "本市")",
     "15 /facts/3/options/0/former_codes/0/until wrong_value"},
    {kHere, R"("former_codes": [{ "until": null }], "code": "here", "label": "本市")",
     "15 /facts/3/options/0/former_codes/0/code missing_field"},
    {kHere,
     R"("former_codes": [{ "code": "a", "until": null, "from": 1 }], "code": "here", "label": "本市")",
     "15 /facts/3/options/0/former_codes/0/from unknown_field"},
    // The two forms cannot be mixed.
    {kHere,
     R"("former_codes": [{ "code": "a", "until": null }, "b"], "code": "here", "label": "本市")",
     "15 /facts/3/options/0/former_codes/1 wrong_type"},
    {kHere,
     R"("former_codes": ["b", { "code": "a", "until": null }], "code": "here", "label": "本市")",
     "15 /facts/3/options/0/former_codes/1 wrong_type"},
    {kHere, R"("urgent": "term", "code": "here", "label": "本市")", ""},
    {kHere, R"("urgent": "distress", "code": "here", "label": "本市")", ""},
    {kHere, R"("urgent": "yes", "code": "here", "label": "本市")",
     "15 /facts/3/options/0/urgent wrong_value"},
    {kHere, R"("urgent": true, "code": "here", "label": "本市")",
     "15 /facts/3/options/0/urgent wrong_type"},
    {kHere, R"("keywords": ["市里"], "code": "here", "label": "本市")", ""},
    {kHere, R"("keywords": "市里", "code": "here", "label": "本市")",
     "15 /facts/3/options/0/keywords wrong_type"},
};

constexpr const char* kTopics = R"("topics": [)";
const Row kRetired[] = {
    {kTopics,
     R"("retired": { "facts": [{ "id": "old", "note": "不问了" }], "options": [] }, "topics": [)",
     ""},
    {kTopics,
     R"("retired": { "facts": [{ "id": "budget", "note": "不问了" }], "options": [] }, "topics": [)",
     "2 /retired/facts/0/id duplicate_id"},
    {kTopics, R"("retired": { "facts": [{ "id": "old" }], "options": [] }, "topics": [)",
     "2 /retired/facts/0/note missing_field"},
    {kTopics, R"("retired": { "facts": [] }, "topics": [)", "2 /retired/options missing_field"},
    {kTopics, R"("retired": [], "topics": [)", "2 /retired wrong_type"},
    {kTopics,
     R"("retired": { "facts": [], "options": [{ "fact": "awards", "code": "tin", "successors": ["silver", "bronze"], "becomes": null, "note": "请改选" }] }, "topics": [)",
     ""},
    {kTopics,
     R"("retired": { "facts": [], "options": [{ "fact": "awards", "code": "tin", "successors": [], "becomes": [], "note": "填空列表" }] }, "topics": [)",
     ""},
    {kTopics,
     R"("retired": { "facts": [], "options": [{ "fact": "prizes", "code": "tin", "successors": [], "becomes": null, "note": "请改选" }] }, "topics": [)",
     "2 /retired/options/0/fact unknown_fact"},
    {kTopics,
     R"("retired": { "facts": [], "options": [{ "fact": "awards", "code": "gold", "successors": [], "becomes": null, "note": "请改选" }] }, "topics": [)",
     "2 /retired/options/0/code duplicate_id"},
    {kTopics,
     R"("retired": { "facts": [], "options": [{ "fact": "awards", "code": "tin", "successors": ["lead"], "becomes": ["zinc"], "note": "请改选" }] }, "topics": [)",
     "2 /retired/options/0/successors unknown_option\n2 /retired/options/0/becomes unknown_option"},
    // A choice becomes exactly one answer.
    {kTopics,
     R"("retired": { "facts": [], "options": [{ "fact": "district", "code": "there", "successors": [], "becomes": [], "note": "请改选" }] }, "topics": [)",
     "2 /retired/options/0/becomes wrong_value"},
    {kTopics,
     R"("retired": { "facts": [], "options": [{ "fact": "district", "code": "there", "successors": [], "becomes": ["here"], "note": "请改选" }] }, "topics": [)",
     ""},
};

/// Replaces the two lists of earlier versions.
const Row kEntityTypes[] = {
    {"", "[]", ""},
    {"",
     R"([{ "type": "association", "size": "none", "ownership": [], "ownership_as_given": [], "because": "x" },
         { "type": "company", "size": "as_given", "ownership": null, "ownership_as_given": ["state"], "because": "x" }])",
     ""},
    {"",
     R"([{ "type": "club", "size": "none", "ownership": [], "ownership_as_given": [], "because": "x" }])",
     "4 /entity_types/0/type unknown_option"},
    {"",
     R"([{ "type": "company", "size": "none", "ownership": null, "ownership_as_given": [], "because": "x" }, { "type": "company", "size": "as_given", "ownership": null, "ownership_as_given": [], "because": "x" }])",
     "4 /entity_types/1/type duplicate_id"},
    {"",
     R"([{ "type": "company", "size": "big", "ownership": null, "ownership_as_given": [], "because": "x" }])",
     "4 /entity_types/0/size wrong_value"},
    {"",
     R"([{ "type": "company", "size": "none", "ownership": ["tzar"], "ownership_as_given": ["king"], "because": "x" }])",
     "4 /entity_types/0/ownership unknown_option\n"
     "4 /entity_types/0/ownership_as_given unknown_option"},
    {"",
     R"([{ "type": "company", "size": "none", "ownership": ["private", "state"], "ownership_as_given": [], "because": "x" }])",
     "4 /entity_types/0/ownership wrong_value"},
    {"", R"([{ "type": "company", "size": "none", "ownership": null, "ownership_as_given": [] }])",
     "4 /entity_types/0/because missing_field"},
    {"",
     R"([{ "type": "company", "size": "none", "ownership": null, "ownership_as_given": [], "because": "x", "since": 1 }])",
     "4 /entity_types/0/since unknown_field"},
    {"", "{}", "4 /entity_types wrong_type"},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(LoadingParts)

BOOST_DATA_TEST_CASE(follow_up_questions, kFollowUps, row) {
  BOOST_TEST(vocabularyIssues(replaced(smallVocabulary(), row.from, row.to)) == row.issues);
}

BOOST_DATA_TEST_CASE(former_codes_and_keywords_of_options, kFormerCodes, row) {
  BOOST_TEST(vocabularyIssues(replaced(smallVocabulary(), row.from, row.to)) == row.issues);
}

BOOST_DATA_TEST_CASE(retired_names, kRetired, row) {
  BOOST_TEST(vocabularyIssues(replaced(smallVocabulary(), row.from, row.to)) == row.issues);
}

BOOST_DATA_TEST_CASE(entity_types, kEntityTypes, row) {
  BOOST_TEST(standardIssues(replaced(smallSizeStandard(),
                                     R"("no_size_entity_types": ["association"],
  "private_entity_types": [],)",
                                     R"("entity_types": )" + std::string(row.to) + ",")) ==
             row.issues);
}

// The two lists of earlier versions and the current table cannot be mixed.
BOOST_AUTO_TEST_CASE(earlier_and_present_forms_of_entity_types_exclude_each_other) {
  BOOST_TEST(standardIssues(replaced(smallSizeStandard(), R"("private_entity_types": [],)",
                                     R"("private_entity_types": [], "entity_types": [],)")) ==
             "4 /no_size_entity_types unknown_field\n5 /private_entity_types unknown_field");
}

BOOST_AUTO_TEST_CASE(a_follow_up_keeps_its_parent_and_answers) {
  base::Issues issues;
  const auto vocabulary = loadVocabulary(
      replaced(
          smallVocabulary(), kLastKey,
          R"("can_be_taken": true, "detail_of": { "fact": "awards", "options": ["gold", "bronze"] })"),
      issues);
  BOOST_TEST(issues.empty());
  const facts::Fact& loan = vocabulary.fact(*vocabulary.find("loan_need"));
  BOOST_REQUIRE(loan.detail_of.has_value());
  BOOST_TEST(loan.detail_of->parent == *vocabulary.find("awards"));
  BOOST_TEST((loan.detail_of->options == (facts::OptionSet::of(0) | facts::OptionSet::of(2))));
  BOOST_TEST(loan.can_be_taken);
  BOOST_TEST(!vocabulary.fact(*vocabulary.find("awards")).detail_of.has_value());
  BOOST_TEST(!vocabulary.fact(*vocabulary.find("awards")).can_be_taken);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::test

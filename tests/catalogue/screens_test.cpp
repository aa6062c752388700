// screens.json: one fault in a sound file and exactly the issues that it causes; the bands.
#include <ostream>
#include <string>

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "catalogue/diagnostics.h"
#include "catalogue/small_screens.h"
#include "facts/json_text.h"

namespace policycalc::test {
namespace {

constexpr const char* kFile = "screens.json";

catalogue::PolicyFiles soundPolicies() {
  auto files = smallPolicies({MeasureText{"1.1.a"}});
  files[kFile] = smallScreens();
  return files;
}

/// The issues of screens.json, without the name of the file.
std::string issuesOf(const std::string& content) {
  auto files = soundPolicies();
  files[kFile] = content;
  const auto catalogue = catalogue::Catalogue::load(files);
  if (catalogue.ok()) return "";
  std::string text;
  for (const base::Issue& issue : catalogue.error()) {
    if (issue.file != kFile) continue;
    BOOST_TEST((issue.line > 0 && issue.column > 0), base::formatIssue(issue));
    if (!text.empty()) text += "\n";
    text += issue.pointer + " " + issue.code;
  }
  BOOST_TEST(worded(catalogue.error()));
  return text;
}

struct Row {
  const char* from;
  const char* to;
  const char* issues;
};
std::ostream& operator<<(std::ostream& out, const Row& row) {
  return out << row.to;
}

const Row kRows[] = {
    {R"("id": "trade")", R"("id": "place")", "/screens/1/id duplicate_id"},
    {R"("id": "trade")", R"("id": "")", "/screens/1/id wrong_value"},
    {R"("ask_en": "What do you do?")", R"("ask_en": "")", "/screens/1/ask_en wrong_value"},
    {R"("ask_en": "What do you do?")", R"("ask": 1)", "/screens/1/ask duplicate_key"},
    {R"("help_en": "Choose one")", R"("help_en": null)", "/screens/1/help_en wrong_value"},
    {R"("style": "many")", R"("style": "few")",
     "/screens/3/style wrong_value\n/screens/3/none wrong_value"},
    {R"("picture": "bands")", R"("picture": "photo")", "/screens/2/picture wrong_value"},
    {R"("label": "跳过行业")", R"("label": "")", "/screens/1/skip/label wrong_value"},
    {R"("facts": ["ratio", "other_ratio"])", R"("facts": ["ratio", "shoe"])",
     "/screens/4/facts unknown_fact\n/screens/4/fields/1/fact misplaced_fact"},
    {R"("facts": ["ratio", "other_ratio"])", R"("facts": ["ratio", "other_ratio", "ratio"])",
     "/screens/4/facts duplicate_fact"},
    {R"("facts": ["ratio", "other_ratio"])", R"("facts": [])",
     "/screens/4/facts wrong_value\n/screens/4/fields/0/fact misplaced_fact\n"
     "/screens/4/fields/1/fact misplaced_fact"},
    {R"("id": "silver", "label": "银奖")", R"("id": "gold", "label": "银奖")",
     "/screens/3/options/2/id duplicate_id"},
    {R"("label_en": "Silver", )", "", "/screens/3/options/2/label_en missing_field"},
    {R"("awards": ["silver"])", R"("awards": ["tin"])",
     "/screens/3/options/2/sets/awards/0 unknown_option"},
    {R"("awards": ["silver"])", R"("awards": "silver")",
     "/screens/3/options/2/sets/awards wrong_type"},
    {R"("awards": ["silver"])", R"("awards": null)",
     "/screens/3/options/2/sets/awards wrong_value"},
    {R"("sets": { "awards": ["silver"] })", R"("sets": { "medals": 1 })",
     "/screens/3/options/2/sets/medals unknown_fact"},
    {R"("sets": { "awards": ["silver"] })", R"("sets": { "ratio": 5 })",
     "/screens/3/options/2/sets misplaced_fact"},
    {R"("sets": { "awards": ["silver"] })", R"("sets": [])",
     "/screens/3/options/2/sets wrong_type"},
    {R"("sets": { "awards": ["silver"] })", R"("sets": {})",
     "/screens/3/options/2/sets wrong_value"},
    {R"("details": ["budget"])", R"("details": ["money"])",
     "/screens/3/options/0/details unknown_fact"},
    {R"("details": ["budget"])", R"("details": ["ratio"])",
     "/screens/3/options/0/details misplaced_fact"},
    {R"("second_ask_en": "How are you?")", R"("second_ask_en": null)",
     "/screens/0/second_ask wrong_value"},
    {R"("fields": [{ "fact": "industry_code", "when": null }])",
     R"("fields": [{ "fact": "budget", "when": null }])",
     "/screens/1/fields/0/fact misplaced_fact"},
    {R"("fields": [{ "fact": "ratio", "when": null }, { "fact": "other_ratio", "when": null }])",
     R"("fields": [])", "/screens/4/fields wrong_value"},
    {R"("loan_need": false, "awards": [])", R"("loan_need": "no", "awards": [])",
     "/screens/3/none/sets/loan_need wrong_type"},
    {R"("none": { "label": "都没有", "label_en": "None")", R"("none": { "label": "都没有")",
     "/screens/3/none/label_en missing_field"},
    {R"("fields": [{ "fact": "ratio", "when": null })",
     R"("fields": [{ "fact": "ratio", "when": null, "unit": 1 })",
     "/screens/4/fields/0/unit unknown_field"},
    // Groups.
    {R"("label": "一", "label_en": "One")", R"("label": "二", "label_en": "Two")",
     "/screens/1/options/0/group unknown_group\n/screens/1/options/1/group unknown_group"},
    {R"([{ "label": "一", "label_en": "One" }])",
     R"([{ "label": "一", "label_en": "One" }, { "label": "一", "label_en": "Two" }])",
     "/screens/1/groups/1/label duplicate_name"},
    {R"("label_en": "One")", R"("label_en": "")", "/screens/1/groups/0/label_en wrong_value"},
    {R"("label_en": "One")", R"("label_en": "One", "words": [])",
     "/screens/1/groups/0/words unknown_field"},
    {R"("groups": [{ "label": "一", "label_en": "One" }])", R"("groups": "一")",
     "/screens/1/groups wrong_type"},
    // Conditions.
    {R"("not_in": ["association"])", R"("not_in": ["club"])",
     "/screens/1/when/not_in unknown_option"},
    {R"("not_in": ["association"])", R"("not_in": [])", "/screens/1/when/not_in wrong_value"},
    {R"("not_in": ["association"])", R"("in": ["company"], "not_in": ["association"])",
     "/screens/1/when/in unknown_field"},
    {R"("when": { "fact": "awards", "in": ["gold"] })",
     R"("when": { "fact": "awards", "in": ["gold", "gold"] })",
     "/screens/4/when/in duplicate_option"},
    {R"("when": { "fact": "awards", "in": ["gold"] })",
     R"("when": { "fact": "medals", "in": ["gold"] })", "/screens/4/when/fact unknown_fact"},
    {R"("when": { "fact": "awards", "in": ["gold"] })",
     R"("when": { "fact": "budget", "in": ["gold"] })", "/screens/4/when/fact wrong_value"},
    {R"("when": { "fact": "awards", "in": ["gold"] })", R"("when": "always")",
     "/screens/4/when wrong_type"},
    {R"("when": { "fact": "awards", "in": ["gold"] })", R"("when": { "all": [] })",
     "/screens/4/when/all wrong_value"},
    {R"("when": { "fact": "awards", "in": ["gold"] })",
     R"("when": { "any": [{ "fact": "awards", "in": ["tin"] }] })",
     "/screens/4/when/any/0/in unknown_option"},
    // A condition tests what an earlier screen asked.
    {R"("when": { "fact": "entity_type", "not_in": ["association"] })",
     R"("when": { "fact": "size_industry", "in": ["other"] })", "/screens/1/when/fact later_fact"},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(ScreensFile)

BOOST_AUTO_TEST_CASE(sound_screens_load) {
  const auto catalogue = loaded(soundPolicies());
  const catalogue::Screens& screens = catalogue->screens();
  BOOST_TEST_REQUIRE(screens.all().size() == 5U);
  BOOST_TEST(*screens.find("needs") == 3U);
  BOOST_TEST(!screens.find("need"));
  const auto fact = *catalogue->vocabulary().find("budget");
  BOOST_TEST(*screens.screenOf(fact) == 3U);
  BOOST_TEST(!screens.screenOf(*catalogue->vocabulary().find("credit_code")));
  BOOST_TEST(screens.all()[1].options[1].group == "一");
  BOOST_TEST(screens.all()[1].options[1].group_en == "One");
  BOOST_TEST(screens.all()[0].second.size() == 2U);
  BOOST_TEST(screens.all()[3].none->sets.size() == 2U);
}

// Versions that were published before have none.
BOOST_AUTO_TEST_CASE(policies_without_screens_load) {
  BOOST_TEST(loaded(smallPolicies({MeasureText{"1.1.a"}}))->screens().all().empty());
}

BOOST_DATA_TEST_CASE(each_fault_is_found_where_it_is, kRows, row) {
  BOOST_TEST(issuesOf(replaced(smallScreens(), row.from, row.to)) == row.issues);
}

BOOST_AUTO_TEST_CASE(what_is_no_list_of_screens_is_refused) {
  for (const char* content : {"", "[]", "{", R"({"screens": {}})", R"({"screens": [1]})", "null",
                              R"({"screens": [], "more": 1})"}) {
    BOOST_TEST(!issuesOf(content).empty(), content);
  }
  BOOST_TEST(issuesOf(R"({"screens": [null]})") == "/screens/0 wrong_type");
}

// A condition as deep as the reader allows neither recurses without end nor passes unread.
BOOST_AUTO_TEST_CASE(a_deep_condition_is_refused) {
  std::string deep = R"({ "fact": "awards", "in": ["tin"] })";
  for (int i = 0; i < 10; ++i) deep = R"({ "all": [)" + deep + "] }";
  const std::string when = R"("when": { "fact": "awards", "in": ["gold"] })";
  const std::string found = issuesOf(replaced(smallScreens(), when, R"("when": )" + deep));
  BOOST_TEST(found.find("unknown_option") != std::string::npos, found);
  for (int i = 0; i < 10'000; ++i) deep = R"({"all":[)" + deep + "]}";
  BOOST_TEST(issuesOf(replaced(smallScreens(), when, R"("when": )" + deep)).find("too_deep") !=
             std::string::npos);
}

BOOST_AUTO_TEST_CASE(screens_count_in_the_hash) {
  auto files = soundPolicies();
  const std::string before = loaded(files)->hash();
  files[kFile] = replaced(files[kFile], "跳过行业", "先跳过");
  BOOST_TEST(loaded(files)->hash() != before);
  BOOST_TEST(loaded(smallPolicies({MeasureText{"1.1.a"}}))->hash() != before);
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(SizeBands)

BOOST_AUTO_TEST_CASE(each_industry_has_a_sentence_for_each_class) {
  const auto catalogue = loaded(soundPolicies());
  const catalogue::Screen& size = catalogue->screens().all()[2];
  BOOST_TEST_REQUIRE(size.options.size() == 8U);
  const char* const labels[] = {"不到20人，或者收入不到300万元",
                                "20人以上、收入300万元以上，但没有同时达到300人和2,000万元",
                                "300人以上、收入2,000万元以上，但没有同时达到1000人和4亿元",
                                "1000人以上、收入4亿元以上",
                                "不到10人",
                                "10人以上，但不到100人",
                                "100人以上，但不到300人",
                                "300人以上"};
  const char* const english[] = {
      "Fewer than 20 people, or revenue below CNY 3,000,000",
      "At least 20 people and revenue at least CNY 3,000,000, but not both 300 people and CNY "
      "20,000,000",
      "At least 300 people and revenue at least CNY 20,000,000, but not both 1,000 people and CNY "
      "400,000,000",
      "At least 1,000 people and revenue at least CNY 400,000,000",
      "Fewer than 10 people",
      "At least 10 people, but not 100 people",
      "At least 100 people, but not 300 people",
      "At least 300 people"};
  for (std::size_t i = 0; i < size.options.size(); ++i) {
    BOOST_TEST(size.options[i].label == labels[i]);
    BOOST_TEST(size.options[i].label_en == english[i]);
  }
  BOOST_TEST(size.options[1].id == "industry_small");
}

// The sentence that is true of a company sets the class that its figures give.
BOOST_AUTO_TEST_CASE(bands_are_shown_for_their_industry_only) {
  const auto catalogue = loaded(soundPolicies());
  const facts::Vocabulary& vocabulary = catalogue->vocabulary();
  facts::Profile profile(vocabulary.facts().size());
  const auto shown = [&] {
    const auto known = facts::derive(profile, vocabulary, catalogue->sizeStandard());
    std::string ids;
    for (const auto& option : catalogue->screens().all()[2].options) {
      if (option.when->holds(known)) ids += option.id + " ";
    }
    return ids;
  };
  BOOST_TEST(shown() == "");
  profile[vocabulary.known().size_industry] = {true, facts::OptionSet::of(1), 0, {}};
  BOOST_TEST(shown() == "other_micro other_small other_medium other_large ");
}

BOOST_AUTO_TEST_CASE(a_figure_is_asked_where_the_industry_counts_it) {
  const auto catalogue = loaded(soundPolicies());
  const facts::Vocabulary& vocabulary = catalogue->vocabulary();
  facts::Profile profile(vocabulary.facts().size());
  const auto asked = [&] {
    const auto known = facts::derive(profile, vocabulary, catalogue->sizeStandard());
    std::string ids;
    for (const auto& field : catalogue->screens().all()[2].fields) {
      if (!field.when || field.when->holds(known)) ids += vocabulary.fact(field.fact).id + " ";
    }
    return ids;
  };
  BOOST_TEST(asked() == "employees annual_revenue total_assets enterprise_size ");
  profile[vocabulary.known().size_industry] = {true, facts::OptionSet::of(1), 0, {}};
  BOOST_TEST(asked() == "employees enterprise_size ");
  profile[vocabulary.known().size_industry] = {true, facts::OptionSet::of(0), 0, {}};
  BOOST_TEST(asked() == "employees annual_revenue enterprise_size ");
}

BOOST_AUTO_TEST_CASE(bands_take_no_options_from_the_file) {
  const std::string option =
      R"("options": [{ "id": "x", "label": "甲", "label_en": "X", "words": [], "group": null, "picture": null, "sets": { "employees": 5 }, "when": null, "details": [] }])";
  const std::string before =
      R"("facts": ["enterprise_size", "employees", "annual_revenue", "total_assets"],
      "options": [])";
  const std::string facts = before.substr(0, before.find(R"("options")"));
  BOOST_TEST(issuesOf(replaced(smallScreens(), before, facts + option)) ==
             "/screens/2/options wrong_value");
  BOOST_TEST(issuesOf(replaced(smallScreens(), R"(["enterprise_size", "employees", )",
                               R"(["employees", )")) ==
             "/screens/2/facts misplaced_fact\n/screens/2/fields/3/fact misplaced_fact");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::test

// English texts: none is missing, and each says what the Chinese one says.
#include <ostream>

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "catalogue/lint/lint_policies.h"
#include "catalogue/small_screens.h"
#include "facts/json_text.h"

using namespace policycalc;
using namespace policycalc::test;

namespace {

struct Row {
  const char* chinese;
  const char* english;
  const char* code;  ///< empty: sound
};
std::ostream& operator<<(std::ostream& out, const Row& row) {
  return out << row.chinese << " | " << row.english;
}

const Row kSummaries[] = {
    {"奖 {{prize}}，{{share}}", "{{share}} of {{prize}}", ""},
    {"奖 {{prize}}，再奖 {{prize}}", "twice {{prize}}", ""},
    {"奖 {{prize}}", "an award", "different_figures"},
    {"奖励", "an award of {{prize}}", "different_figures"},
    {"奖 {{prize}}", "an award of {{odd_prize}}", "different_figures"},
    {"奖 {{prize}}", "an award of {{prize}} and {{share}}", "different_figures"},
    {"按办法", "under the rules (办法〔2024〕2号)", ""},
    {"按办法", "under the rules (办法) and (细则（试行）)", ""},
    {"按办法", "under the 办法", "chinese_in_english"},
    {"按办法", "under the rules (办法) of 市局", "chinese_in_english"},
    {"按办法", "under the rules (办法", "chinese_in_english"},
    {"按办法", "under the rules) 办法", "chinese_in_english"},
    {"按办法", "under the rules，and more", "chinese_in_english"},
    {"按办法", "under the rules、and more", "chinese_in_english"},
    {"按办法", "under “the rules” – all of them…", ""},
    {"按办法", " ", "blank_text"},
};

/// A caveat that is only translated if its kind says so.
std::string caveat(const char* kind, const char* english) {
  return std::string(R"([{ "kind": ")") + kind + R"(", "text": "先问 {{prize}}", )" + english +
         R"("source": { "document": "standard" } }])";
}
constexpr const char* kTranslated = R"("text_en": "Ask for {{prize}}", )";

struct KindRow {
  const char* kind;
  bool translated;
};
std::ostream& operator<<(std::ostream& out, const KindRow& row) {
  return out << row.kind;
}
const KindRow kKinds[] = {
    {"exclusive", true},  {"deadline", true}, {"ask_first", true}, {"conflict", true},
    {"newer_law", false}, {"reading", false}, {"note", false},
};

std::string lintOfMeasure(const MeasureText& measure) {
  return lintOf(lintPolicies({measure}));
}

/// `answer.json` with one warning and two caveats of totals; `english` comes after each text.
std::string answerTexts(const std::string& english) {
  std::string sentences;
  for (const char* id : {"delivery", "beyond_last_checked", "after_registration", "registered",
                         "negated", "named_amounts", "already_paid", "example", "no_telephone",
                         "city_hall", "county_hall", "closing"}) {
    sentences += std::string(sentences.empty() ? "" : ",") + "\"" + id +
                 R"(": { "text": "句", "text_en": "Words" })";
  }
  std::string kinds;
  for (const KindRow& row : kKinds) {
    kinds += std::string(kinds.empty() ? "" : ",") + "\"" + row.kind +
             R"(": { "text": "类", "text_en": "Kind" })";
  }
  return R"({ "sentences": {)" + sentences + R"(}, "caveat_kinds": {)" + kinds +
         R"(}, "totals": { "several_awards": { "kind": "ask_first", "text": "先问")" + english +
         R"(, "source": null }, "paid_once": { "kind": "exclusive", "text": "一次")" + english +
         R"(, "source": null } }, "warnings": [{ "code": "unlikely", "fact": "employees",
         "when": { "fact": "employees", "at_least": 100 }, "text": "请核对")" +
         english + " }] }";
}

}  // namespace

BOOST_AUTO_TEST_SUITE(LintEnglish)

BOOST_DATA_TEST_CASE(summaries, kSummaries, row) {
  MeasureText measure;
  measure.summary = row.chinese;
  measure.summary_en = row.english;
  const std::string code = row.code;
  BOOST_TEST(lintOfMeasure(measure) ==
             (code.empty() ? "" : std::string(kLintMeasures) + " /clauses/0/summary_en " + code));
}

BOOST_AUTO_TEST_CASE(each_text_of_a_measure_needs_one) {
  MeasureText measure;
  measure.summary_en = "";
  measure.benefits = "[" + benefit("one", "service", "none", "", "", "null") + "]";
  auto files = lintPolicies({measure});
  std::string& all = files[kLintMeasures];
  all = replaced(all, R"("label_en": "A benefit", )", "");
  // The first measure.
  const std::string step = R"("next_step": null)";
  all.replace(all.find(step), step.size(), R"("next_step": "去问")");
  // In the order of their lines: an absent key has the line of its object.
  BOOST_TEST(lintOf(files) == std::string(kLintMeasures) +
                                  " /clauses/0/next_step_en missing_english\n" + kLintMeasures +
                                  " /clauses/0/summary_en missing_english\n" + kLintMeasures +
                                  " /clauses/0/benefits/0/label_en missing_english");
}

BOOST_AUTO_TEST_CASE(an_absent_text_has_no_translation) {
  auto files = lintPolicies({});
  std::string& all = files[kLintMeasures];
  const std::string step = R"("next_step": null)";
  all.replace(all.find(step), step.size(), step + R"(, "next_step_en": "Ask")");
  BOOST_TEST(lintOf(files) ==
             std::string(kLintMeasures) + " /clauses/0/next_step_en needless_english");
}

BOOST_DATA_TEST_CASE(caveats_by_kind, kKinds, row) {
  MeasureText measure;
  const std::string at = std::string(kLintMeasures) + " /clauses/0/caveats/0/text_en ";
  measure.caveats = caveat(row.kind, kTranslated);
  BOOST_TEST(lintOfMeasure(measure) == (row.translated ? "" : at + "needless_english"));
  measure.caveats = caveat(row.kind, "");
  BOOST_TEST(lintOfMeasure(measure) == (row.translated ? at + "missing_english" : ""));
}

BOOST_AUTO_TEST_CASE(internal_work_needs_none) {
  auto files = lintPolicies({});
  BOOST_TEST(files[kLintMeasures].find(R"("summary": "内部工作", "kind")") != std::string::npos);
  BOOST_TEST(lintOf(files) == "");
}

BOOST_AUTO_TEST_CASE(units) {
  auto files = lintPolicies({});
  std::string& all = files["units.json"];
  all = replaced(all, R"("name_en": "City bureau", )", "");
  all = replaced(all, R"("name_en": "County government")", R"("name_en": "县 government")");
  BOOST_TEST(lintOf(files) ==
             "units.json /units/0/name_en missing_english\n"
             "units.json /units/1/name_en chinese_in_english");
}

BOOST_AUTO_TEST_CASE(answers) {
  auto files = lintPolicies({});
  files["answer.json"] = answerTexts(R"(, "text_en": "Please check")");
  BOOST_TEST(lintOf(files) == "");
  files["answer.json"] = answerTexts("");
  BOOST_TEST(lintOf(files) ==
             "answer.json /totals/several_awards/text_en missing_english\n"
             "answer.json /totals/paid_once/text_en missing_english\n"
             "answer.json /warnings/0/text_en missing_english");
}

BOOST_AUTO_TEST_CASE(groups_of_options) {
  auto files = lintPolicies({});
  const std::string group = R"({ "label": "一", "label_en": "One" })";
  files["screens.json"] = smallScreens();
  BOOST_TEST(lintOf(files) == "");
  files["screens.json"] =
      replaced(smallScreens(), group, R"({ "label": "一", "label_en": "一 One" })");
  BOOST_TEST(lintOf(files) == "screens.json /screens/1/groups/0/label_en chinese_in_english");
  files["screens.json"] = replaced(smallScreens(), R"("groups": [)" + group + "],", "");
  BOOST_TEST(lintOf(files) ==
             "screens.json /screens/1/options/0/group missing_english\n"
             "screens.json /screens/1/options/1/group missing_english");
}

BOOST_AUTO_TEST_CASE(reasons_of_types_of_entity) {
  auto files = lintPolicies({});
  std::string& standard = files["size-standard.json"];
  const std::string sound = replaced(
      standard, R"("no_size_entity_types": ["association"],
  "private_entity_types": [],)",
      R"("entity_types": [{ "type": "association", "size": "none", "ownership": [], "ownership_as_given": [],
        "because": "商会不分", "because_en": "A chamber has none" }],)");
  const auto with = [&](const std::string& english) {
    standard = replaced(sound, R"("because_en": "A chamber has none")", english);
    return lintOf(files);
  };
  BOOST_TEST(with(R"("because_en": "A chamber has none")") == "");
  BOOST_TEST(with(R"("because_en": null)") ==
             "size-standard.json /entity_types/0/because_en missing_english");
  BOOST_TEST(with(R"("because_en": "A 商会 has none")") ==
             "size-standard.json /entity_types/0/because_en chinese_in_english");
}

BOOST_AUTO_TEST_SUITE_END()

// Texts that a reader could not use.
#include <ostream>
#include <sstream>

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "catalogue/lint/lint_policies.h"
#include "facts/json_text.h"

using namespace policycalc;
using namespace policycalc::test;

namespace {

struct Row {
  const char* summary;
  const char* code;  ///< empty: sound
};
std::ostream& operator<<(std::ostream& out, const Row& row) {
  return out << row.summary;
}

const Row kSummaries[] = {
    {"奖 {{prize}}。", ""},
    {"{{prize}}{{share}}", ""},
    {" \\t\\n\u3000", "blank_text"},
    {"奖\u3000励", ""},
    {"奖 {{prize。", "broken_placeholder"},
    {"奖 {prize}。", "broken_placeholder"},
    {"奖 prize}}。", "broken_placeholder"},
    {"奖 {{prize}。", "broken_placeholder"},
    {"奖 {{prize}}}。", "broken_placeholder"},
};

std::string repeated(const char* text, int times) {
  std::string all;
  for (int i = 0; i < times; ++i) all += text;
  return all;
}

/// One text of a measure, its limit, and whether figures are filled in.
struct Place {
  const char* from;
  const char* before;
  const char* after;
  const char* pointer;
  int limit;
  bool filled_in;
};
std::ostream& operator<<(std::ostream& out, const Place& place) {
  return out << place.pointer;
}

const Place kPlaces[] = {
    {R"("title": "措施")", R"("title": ")", "\"", "/title", 40, true},
    {R"("title_en": "Measure")", R"("title_en": ")", "\"", "/title_en", 120, false},
    {R"("summary": "说明")", R"("summary": ")", "\"", "/summary", 400, true},
    {R"("summary_en": "About")", R"("summary_en": ")", "\"", "/summary_en", 1000, true},
    {R"("next_step": null)", R"("next_step": ")", "\"", "/next_step", 120, true},
    {R"("next_step": null)", R"("next_step": "问 {{prize}}", "next_step_en": ")", "\"",
     "/next_step_en", 400, true},
    {R"("delivery": null)", R"("delivery": ")", "\"", "/delivery", 120, false},
    {R"("replaced_by": null)", R"("replaced_by": [], "replaced_text": ")", "\"", "/replaced_text",
     120, true},
    {R"("channels": [])", R"("channels": [{ "kind": "online", "name_en": "A site", "name": ")",
     "\" }]", "/channels/0/name", 120, false},
    {R"("channels": [])", R"("channels": [{ "kind": "online", "name": "网站", "name_en": ")",
     "\" }]", "/channels/0/name_en", 240, false},
    {R"("documents": [])", R"("documents": ["一", ")", "\"]", "/documents/1", 120, false},
    {R"("caveats": [])", R"("caveats": [{ "kind": "note", "source": null, "text": ")", "\" }]",
     "/caveats/0/text", 400, true},
    {R"("judged": [])", R"("judged": [{ "by": "市局", "units": ["bureau"], "text": ")", "\" }]",
     "/judged/0/text", 120, true},
    {R"("judged": [])", R"("judged": [{ "text": "优秀", "by": ")", "\" }]", "/judged/0/by", 120,
     false},
    {R"("caveats": [])",
     R"("caveats": [{ "kind": "ask_first", "source": null, "text": "先问", "text_en": ")", "\" }]",
     "/caveats/0/text_en", 1000, true},
    {R"("label": "好处")", R"("label": ")", "\"", "/benefits/0/label", 120, true},
    {R"("label_en": "A benefit")", R"("label_en": ")", "\"", "/benefits/0/label_en", 240, true},
    {R"("is": false)", R"("is": false, "text": ")", "\"", "/requires/text", 120, true},
};

/// One letter of the place's language, of two or three bytes.
const char* letterOf(const Place& place) {
  return std::string_view(place.pointer).ends_with("_en") ? "é" : "字";
}

/// The issues with `text` in this place, without those of the translation, which is then missing
/// or has other figures.
std::string foundIn(const Place& place, const std::string& text) {
  MeasureText measure = measureWith(R"({ "fact": "loan_need", "is": false })");
  measure.benefits = "[" + benefit("one", "service", "none", "", "", "null") + "]";
  auto files = lintPolicies({measure});
  std::string& all = files[kLintMeasures];
  const std::size_t at = all.find(place.from);  // of the first measure
  BOOST_REQUIRE(at != std::string::npos);
  all.replace(at, std::string_view(place.from).size(), place.before + text + place.after);
  std::string found;
  std::istringstream lines(lintOf(files));
  for (std::string line; std::getline(lines, line);) {
    if (line.find("_en missing_english") != std::string::npos) continue;
    if (line.find("_en different_figures") != std::string::npos) continue;
    found += (found.empty() ? "" : "\n") + line;
  }
  return found;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(LintTexts)

BOOST_DATA_TEST_CASE(braces_and_blanks, kSummaries, row) {
  MeasureText measure;
  measure.summary = row.summary;
  catalogue::forEachPlaceholder(row.summary, [&](std::string_view name) {
    measure.summary_en += " {{" + std::string(name) + "}}";
  });
  const std::string code = row.code;
  BOOST_TEST(lintOf(lintPolicies({measure})) ==
             (code.empty() ? "" : std::string(kLintMeasures) + " /clauses/0/summary " + code));
}

// Characters, not bytes.
BOOST_DATA_TEST_CASE(longest_text_of_each_place, kPlaces, place) {
  BOOST_TEST(foundIn(place, repeated(letterOf(place), place.limit)) == "");
  BOOST_TEST(foundIn(place, repeated(letterOf(place), place.limit + 1)) ==
             std::string(kLintMeasures) + " /clauses/0" + place.pointer + " long_text");
}

BOOST_DATA_TEST_CASE(figures_only_where_they_are_filled_in, kPlaces, place) {
  BOOST_TEST(foundIn(place, "{{prize}}") == (place.filled_in
                                                 ? ""
                                                 : std::string(kLintMeasures) + " /clauses/0" +
                                                       place.pointer + " broken_placeholder"));
}

BOOST_AUTO_TEST_CASE(heads_and_questions) {
  auto files = lintPolicies({});
  files[kLintMeasures] = replaced(files[kLintMeasures], R"("title": "第一项")", R"("title": " ")");
  files["facts.json"] = replaced(
      files["facts.json"],
      R"("label": "预算", "label_en": "Budget", "topic": "all", "unit": "CNY", "options": [], "derived_from": [], "help": null)",
      R"("label": "预算", "label_en": "Budget", "topic": "all", "unit": "CNY", "options": [], "derived_from": [], "help": "{{ceiling}}")");
  BOOST_TEST(lintOf(files) ==
             "facts.json /facts/13/help broken_placeholder\n"
             "measures/01-one.json /title blank_text");
}

BOOST_AUTO_TEST_SUITE_END()

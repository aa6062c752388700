// Guidance of measures: sources of newer law, keywords, universal measures, contacts.
#include <ostream>

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "catalogue/lint/lint_policies.h"
#include "facts/json_text.h"

using namespace policycalc;
using namespace policycalc::test;

namespace {

struct Row {
  const char* value;
  const char* found;  ///< below /clauses/0
};
std::ostream& operator<<(std::ostream& out, const Row& row) {
  return out << row.value;
}

const Row kCaveats[] = {
    {R"([{ "kind": "newer_law", "text": "有新规定", "source": { "document": "standard" } }])", ""},
    {R"([{ "kind": "newer_law", "text": "有新规定", "source": null }])",
     "/caveats/0 missing_source"},
    {R"([{ "kind": "newer_law", "text": "有新规定" }])", "/caveats/0 missing_source"},
    {R"([{ "kind": "conflict", "text": "两份文件不一致", "text_en": "Two texts differ", "source": null }])",
     ""},
    {R"([{ "kind": "note", "text": "说明" }, { "kind": "newer_law", "text": "有新规定" }])",
     "/caveats/1 missing_source"},
};

// The title is 措施.
const Row kKeywords[] = {
    {R"(["补贴", "欠钱", "电费"])", ""},
    {R"(["补贴", "欠钱"])", "/keywords few_keywords"},
    {"[]", "/keywords few_keywords"},
    {R"(["补贴", "欠钱", "措施"])", "/keywords/2 idle_keyword"},
    {R"(["补贴", "施", "电费"])", "/keywords/1 idle_keyword"},
    {R"(["补贴", "欠钱", "措施费"])", ""},  // contains the title
    {R"(["补贴", "欠钱", "补贴"])", "/keywords/2 duplicate_name"},
    {R"(["补贴", "补贴"])", "/keywords few_keywords\n/keywords/1 duplicate_name"},
};

std::string expected(const std::string& found) {
  std::string lines;
  for (std::size_t at = 0; at < found.size();) {
    const std::size_t end = std::min(found.find('\n', at), found.size());
    lines += (at == 0 ? "" : "\n") + std::string(kLintMeasures) + " /clauses/0" +
             found.substr(at, end - at);
    at = end + 1;
  }
  return lines;
}

std::string foundWith(const std::string& contacts) {
  auto files = lintPolicies({});
  files["contacts.csv"] = "place,address,telephone,hours,page,source,last_checked\n" + contacts;
  return lintOf(files);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(LintGuidance)

BOOST_DATA_TEST_CASE(newer_law_is_cited, kCaveats, row) {
  MeasureText measure;
  measure.caveats = row.value;
  BOOST_TEST(lintOf(lintPolicies({measure})) == expected(row.found));
}

BOOST_DATA_TEST_CASE(keywords, kKeywords, row) {
  MeasureText measure;
  measure.keywords = row.value;
  BOOST_TEST(lintOf(lintPolicies({measure})) == expected(row.found));
}

BOOST_AUTO_TEST_CASE(a_universal_measure_has_no_conditions) {
  MeasureText measure;
  measure.universal = true;
  BOOST_TEST(lintOf(lintPolicies({measure})) == "");
  measure.requires_ = R"({ "fact": "loan_need", "is": true })";
  BOOST_TEST(lintOf(lintPolicies({measure})) == expected("/universal wrong_value"));
  std::swap(measure.requires_, measure.applies_when);
  BOOST_TEST(lintOf(lintPolicies({measure})) == expected("/universal wrong_value"));
}

BOOST_AUTO_TEST_CASE(every_unit_and_hall_has_a_row) {
  const std::string missing = "contacts.csv  missing_contact";
  const std::string units = "bureau,,,,,,\ncounty,,,,,,\nprovince,,,,,,\n";
  BOOST_TEST(foundWith(units + "hall,,,,,,\nhall-here,,,,,,\n") == "");
  BOOST_TEST(foundWith(units + "hall,,,,,,\n") == missing);
  BOOST_TEST(foundWith(units + "hall-here,,,,,,\n") == missing);
  BOOST_TEST(foundWith("bureau,,,,,,\nprovince,,,,,,\nhall,,,,,,\nhall-here,,,,,,\n") == missing);
  BOOST_TEST(foundWith("bureau,,,,,,\n") ==
             missing + "\n" + missing + "\n" + missing + "\n" + missing);
}

BOOST_AUTO_TEST_CASE(a_caveat_says_something) {
  MeasureText measure;
  measure.caveats = R"([{ "kind": "note", "text": " " }])";
  BOOST_TEST(lintOf(lintPolicies({measure})) == expected("/caveats/0/text blank_text"));
}

BOOST_AUTO_TEST_SUITE_END()

// References between the parts of a folder: cells and clauses, sources, use, relations.
#include <ostream>

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "policycalc/base/text.h"
#include "policycalc/catalogue/lint.h"

#include "catalogue/lint/lint_policies.h"
#include "facts/json_text.h"

using namespace policycalc;
using namespace policycalc::test;

namespace {

struct Row {
  const char* file;
  const char* from;
  const char* to;
  const char* found;
};
std::ostream& operator<<(std::ostream& out, const Row& row) {
  return out << row.file << ": " << row.to;
}

constexpr const char* kDocuments = "documents.json";
constexpr const char* kSourceOfA =
    R"("sources": [{ "document": "notice", "item": 1, "cell": 1, "clause": "a" }])";

catalogue::PolicyFiles soundPolicies() {
  MeasureText first = measureWith(
      R"({ "fact": "loan_need", "is": true, "source": { "document": "notice", "item": 1, "cell": 1, "clause": "b" } })");
  first.relations = R"({ "excludes": ["1.1.b"], "leads_to": ["1.1.y"] })";
  first.judged = R"([{ "text": "好", "by": "某机构", "units": [] }])";
  first.replaced_by = R"(["1.1.b"], "replaced_text": "见新措施")";
  return lintPolicies({first, MeasureText{}});
}

const Row kRows[] = {
    // ---- Completeness.
    {kDocuments, R"("last_item": 1)", R"("last_item": 3)",
     "documents.json /documents/0/chapters missing_clause\n"
     "documents.json /documents/0/chapters missing_clause"},
    {kDocuments, R"("first_item": 1, "last_item": 1)", R"("first_item": 2, "last_item": 2)",
     "documents.json /documents/0/chapters missing_clause\n"
     "documents.json /documents/0/chapters/0 chapter_gap\n"
     "measures/01-one.json /item unknown_item"},
    {kDocuments, R"("chapters": [
        { "number": 1, "title": "第一章", "first_item": 1, "last_item": 1 }])",
     R"("chapters": [])", "documents.json /documents missing_notice"},
    {kLintMeasures, R"("cells": 1)", R"("cells": 2)",
     "measures/01-one.json /clauses missing_clause"},
    // ---- Sources.
    {kLintMeasures, kSourceOfA,
     R"("sources": [{ "document": "notice", "item": 1, "cell": 2, "clause": "a" }])",
     "measures/01-one.json /clauses/0/sources/0/cell cell_beyond_item\n"
     "parameters.json /parameters/0/values/0/source unknown_clause\n"
     "parameters.json /parameters/1/values/0/source unknown_clause\n"
     "parameters.json /parameters/2/values/0/source unknown_clause\n"
     "parameters.json /parameters/3/values/0/source unknown_clause\n"
     "parameters.json /parameters/4/values/0/source unknown_clause\n"
     "parameters.json /parameters/5/values/0/source unknown_clause\n"
     "parameters.json /parameters/5/values/1/source unknown_clause\n"
     "parameters.json /parameters/6/values/0/source unknown_clause"},
    {kLintMeasures, R"("sources": [{ "document": "notice", "item": 1, "cell": 1, "clause": "z" }])",
     R"("sources": [{ "document": "notice", "item": 1, "cell": 1, "clause": null }])",
     "measures/01-one.json /clauses/3/id wrong_source"},
    {kLintMeasures, R"("sources": [{ "document": "notice", "item": 1, "cell": 1, "clause": "z" }])",
     R"("sources": [{ "document": "standard", "item": null, "cell": null, "clause": "第一条" }])",
     "measures/01-one.json /clauses/3/sources/0/document wrong_source"},
    {kLintMeasures, R"("id": "1.1.z")", R"("id": "1.1z")", ""},
    {kLintMeasures, R"("id": "1.1.z")", R"("id": "1.2.z")",
     "measures/01-one.json /clauses/3/id wrong_source"},
    {kLintMeasures,
     R"("id": "1.1.z", "title": "内部工作", "title_en": "Internal", "summary": "内部工作", "kind": "internal",
      "sources": [{ "document": "notice", "item": 1, "cell": 1, "clause": "z" }])",
     R"("id": "1.1y", "title": "内部工作", "title_en": "Internal", "summary": "内部工作", "kind": "internal",
      "sources": [{ "document": "notice", "item": 1, "cell": 1, "clause": "y" }])",
     "measures/01-one.json /clauses/3/sources/0 duplicate_source"},
    {kLintMeasures, R"("clause": "z" }])",
     R"("clause": "z" }, { "document": "notice", "item": 1, "cell": 1, "clause": "q" }])",
     "measures/01-one.json /clauses/3/sources/1 unknown_clause"},
    {kLintMeasures, R"("clause": "z" }])",
     R"("clause": "z" }, { "document": "standard", "item": null, "cell": null, "clause": "第二条" }])",
     ""},
    {kLintMeasures, R"("is": true, "source": { "document": "notice", "item": 1)",
     R"("is": true, "source": { "document": "notice", "item": 2)",
     "measures/01-one.json /clauses/0/requires/source unknown_clause"},
    {"parameters.json",
     R"("value": 600000, "source": { "document": "notice", "item": 1, "cell": 1, "clause": "a")",
     R"("value": 600000, "source": { "document": "notice", "item": 1, "cell": 1, "clause": "d")",
     "parameters.json /parameters/5/values/1/source unknown_clause"},
    // ---- Use.
    {kLintMeasures, R"({ "fact": "awards", "has": "bronze" },)", "",
     "facts.json /facts/12 unused_fact"},
    {kLintMeasures, R"({ "fact": "ratio", "at_most": { "fact": "other_ratio" } })",
     R"({ "fact": "ratio", "at_most": 5 })", "facts.json /facts/15 unused_fact"},
    {"facts.json",
     R"("id": "enterprise_size", "type": "choice", "label": "规模", "label_en": "Size", "topic": "all", "unit": null, "options": [)",
     R"("id": "name", "type": "text", "label": "名称", "label_en": "Name", "topic": "all", "unit": null, "options": [], "derived_from": [], "help": null, "why": null },
    { "id": "enterprise_size", "type": "choice", "label": "规模", "label_en": "Size", "topic": "all", "unit": null, "options": [)",
     ""},
    {"facts.json",
     R"("id": "enterprise_size", "type": "choice", "label": "规模", "label_en": "Size", "topic": "all", "unit": null, "options": [)",
     R"("id": "age", "type": "integer", "label": "年限", "label_en": "Age", "topic": "all", "unit": null, "options": [], "derived_from": [], "help": null, "why": null },
    { "id": "enterprise_size", "type": "choice", "label": "规模", "label_en": "Size", "topic": "all", "unit": null, "options": [)",
     "facts.json /facts/10 unused_fact"},
    {kLintMeasures, R"("provincial_units": ["province"])", R"("provincial_units": [])",
     "units.json /units/2 unused_unit"},
    {"units.json", R"("district": "here")", R"("district": null)",
     "units.json /units/1 unused_unit"},
    {"units.json",
     R"("district": null, "contact": { "address": null, "telephone": null, "hours": null, "url": null, "last_checked": null } },
    { "id": "county", "name": "本县政府", "name_en": "County government", "aliases": [], "level": "county", "parent": null, "district": "here")",
     R"("district": null, "contact": { "address": null, "telephone": null, "hours": null, "url": null, "last_checked": null } },
    { "id": "head", "name": "总局", "name_en": "Head office", "aliases": [], "level": "municipal", "parent": null, "district": null, "contact": { "address": null, "telephone": null, "hours": null, "url": null, "last_checked": null } },
    { "id": "county", "name": "本县政府", "name_en": "County government", "aliases": [], "level": "county", "parent": "head", "district": "here")",
     ""},
    // ---- Relations.
    {kLintMeasures, R"("excludes": ["1.1.b"])", R"("excludes": ["1.1.z"])",
     "measures/01-one.json /clauses/0/relations/excludes/0 unknown_measure"},
    {kLintMeasures, R"("leads_to": ["1.1.y"])", R"("leads_to": ["1.1.y", "1.1.a"])",
     "measures/01-one.json /clauses/0/relations/leads_to/1 self_relation"},
    {kLintMeasures, R"("leads_to": ["1.1.y"])", R"("leads_to": ["1.1.b"])",
     "measures/01-one.json /clauses/0/relations/leads_to/0 contradicting_relations"},
    {kLintMeasures, R"("leads_to": ["1.1.y"])", R"("leads_to": [], "instead_of": ["1.1.y"])", ""},
    {kLintMeasures, R"("leads_to": ["1.1.y"])", R"("leads_to": [], "instead_of": ["1.1.a"])",
     "measures/01-one.json /clauses/0/relations/instead_of/0 self_relation"},
    {kLintMeasures, R"("leads_to": ["1.1.y"])", R"("leads_to": [], "instead_of": ["1.1.z"])",
     "measures/01-one.json /clauses/0/relations/instead_of/0 unknown_measure"},
    {kLintMeasures, R"("leads_to": ["1.1.y"])", R"("leads_to": ["1.1.y"], "instead_of": ["1.1.y"])",
     "measures/01-one.json /clauses/0/relations/instead_of/0 contradicting_relations"},
    // ---- Ids beside words.
    {kLintMeasures, R"("by": "某机构", "units": [])",
     R"("by": "赣州市局、银行", "units": ["bureau"])", ""},
    {kLintMeasures, R"("by": "某机构", "units": [])",
     R"("by": "各级主管部门", "units": ["bureau", "province"])", ""},
    {kLintMeasures, R"("by": "某机构", "units": [])", R"("by": "市局和省厅", "units": ["bureau"])",
     "measures/01-one.json /clauses/0/judged/0/units missing_unit"},
    {kLintMeasures, R"("by": "某机构", "units": [])", R"("by": "赣州市局（办案的）", "units": [])",
     "measures/01-one.json /clauses/0/judged/0/units missing_unit"},
    {kLintMeasures, R"("by": "某机构", "units": [])", R"("by": "赣州市局（办案的）")",
     "measures/01-one.json /clauses/0/judged/0/units missing_unit"},
    {kLintMeasures, R"("by": "某机构", "units": [])",
     R"("by": "省厅", "units": ["province", "bureau", "province"])",
     "measures/01-one.json /clauses/0/judged/0/units/2 duplicate_name"},
    {kLintMeasures, R"(, "replaced_text": "见新措施")", "",
     "measures/01-one.json /clauses/0/replaced_by missing_sentence"},
    {kLintMeasures, R"("replaced_by": ["1.1.b"])", R"("replaced_by": ["1.1.b", "1.1.a"])",
     "measures/01-one.json /clauses/0/replaced_by/1 self_relation"},
    // ---- What answers tell.
    {"facts.json", R"("label": "奖项")", R"("label": "奖项", "tells": "plan")", ""},
    {"facts.json", R"("label": "预算")", R"("label": "预算", "tells": "plan")", ""},
    {"facts.json", R"("label": "资产")", R"("label": "资产", "tells": "common")",
     "facts.json /facts/9/tells idle_mark"},
    {"facts.json", R"("label": "铜奖")", R"("label": "铜奖", "urgent": "term")", ""},
    {"facts.json", R"("label": "银奖")", R"("label": "银奖", "urgent": "term")",
     "facts.json /facts/12/options/1/urgent idle_mark"},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(LintReferences)

BOOST_AUTO_TEST_CASE(the_folder_is_sound_before_it_is_broken) {
  BOOST_TEST(lintOf(soundPolicies()) == "");
}

BOOST_DATA_TEST_CASE(each_fault_is_found_and_its_neighbour_is_not, kRows, row) {
  auto files = soundPolicies();
  files[row.file] = replaced(files[row.file], row.from, row.to);
  BOOST_TEST(lintOf(files) == row.found);
}

BOOST_AUTO_TEST_CASE(line_is_that_of_the_pointer) {
  auto files = soundPolicies();
  std::string& text = files[kLintMeasures];
  text = replaced(text, R"("excludes": ["1.1.b"])", "\"excludes\": [\n\n \"1.1.z\"]");
  const base::Issues issues = catalogue::lint(*loaded(files), files);
  BOOST_REQUIRE(issues.size() == 1U);
  const std::size_t at = text.find("\n \"1.1.z\"]") + 1;
  const auto breaks =
      std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n');
  BOOST_TEST(issues.front().line == breaks + 1);
  BOOST_TEST(issues.front().column == 2);
}

// Faults of several groups and files are reported together.
BOOST_AUTO_TEST_CASE(all_issues_are_listed_at_once) {
  auto files = soundPolicies();
  files[kDocuments] = replaced(files[kDocuments], R"("last_item": 1)", R"("last_item": 2)");
  std::string& text = files[kLintMeasures];
  text = replaced(text, R"("excludes": ["1.1.b"])", R"("excludes": ["1.1.z"])");
  text = replaced(text, R"({ "fact": "awards", "has": "bronze" },)",
                  R"({ "fact": "employees", "at_least": 0 },)");
  BOOST_TEST(lintOf(files) ==
             "documents.json /documents/0/chapters missing_clause\n"
             "facts.json /facts/12 unused_fact\n"
             "measures/01-one.json /clauses/0/relations/excludes/0 unknown_measure\n"
             "measures/01-one.json /clauses/2/requires/all/1 always_true");
}

BOOST_AUTO_TEST_SUITE_END()

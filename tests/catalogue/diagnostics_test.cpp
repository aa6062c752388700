// Golden diagnostics: one fault in a valid folder, and exactly the issues that it causes.
#include "catalogue/diagnostics.h"

#include <ostream>
#include <string>

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

namespace policycalc::test {

namespace {

catalogue::PolicyFiles soundPolicies() {
  MeasureText award{"1.1.a"};
  award.applies_when =
      R"({ "fact": "awards", "has": "gold", "text": "有 {{prize}} 的奖", "source": { "document": "notice", "item": 1, "cell": 1, "clause": "a" } })";
  award.requires_ =
      R"({ "fact": "budget", "at_most": { "parameter": "ceiling" }, "source": { "document": "standard" } })";
  award.judged = kJudged;
  award.channels =
      R"([{ "kind": "window", "name": "窗口", "name_en": "Desk", "url": "https://example.org/" }])";
  award.replaced_by = R"(["1.1.b", "1.9.z", "standard"], "replaced_text": "见 {{prize}}")";
  award.benefits =
      "[" + benefit("fixed_one", "award", "fixed", "CNY", "exact", R"({ "parameter": "prize" })") +
      "]";
  award.caveats = R"(["先看 {{odd_prize}}"])";
  MeasureText other{"1.1.b"};
  other.relations = R"({ "excludes": ["1.1.a"], "leads_to": ["1.1.a"] })";
  other.requires_ = R"({ "fact": "enterprise_size", "in": ["micro", "small", "medium"] })";
  return smallPolicies({award, other});
}

constexpr const char* kMeasures = "measures/01-one.json";

struct Row {
  const char* file;
  const char* from;
  const char* to;
  const char* issues;
};
std::ostream& operator<<(std::ostream& out, const Row& row) {
  return out << row.file << ": " << row.to;
}

const Row kDocuments[] = {
    {"documents.json", R"("number": null)", R"("nr": null, "number": null)",
     "documents.json /documents/1/nr unknown_field"},
    {"documents.json", R"("title": "标准")", R"("title": "")",
     "documents.json /documents/1/title wrong_value"},
    {"documents.json", R"("level": "national")", R"("level": "global")",
     "documents.json /documents/1/level wrong_value"},
    {"documents.json", R"("date": "2024-01-01")", R"("date": "2024-01-32")",
     "documents.json /documents/0/date wrong_value"},
    {"documents.json", R"("first_item": 1)", R"("first_item": "1")",
     "documents.json /documents/0/chapters/0/first_item wrong_type"},
    {"documents.json", R"("documents": [)", R"("papers": [)",
     "documents.json /documents missing_field\ndocuments.json /papers unknown_field\n"
     "measures/01-one.json /clauses/0/sources/0/document unknown_document\n"
     "measures/01-one.json /clauses/1/sources/0/document unknown_document\n"
     "measures/01-one.json /clauses/2/sources/0/document unknown_document\n"
     "size-standard.json /document unknown_document"},
};

const Row kUnits[] = {
    {"units.json", R"("aliases": ["赣州市局"])", R"("aliases": ["省厅"])",
     "units.json /units/2/name duplicate_name"},
    {"units.json", R"("id": "county")", R"("id": "bureau")", "units.json /units/1/id duplicate_id"},
    {"units.json", R"("level": "provincial", "parent": null)",
     R"("level": "provincial", "parent": "ministry")", "units.json /units/2/parent unknown_unit"},
    {"units.json", R"("level": "provincial")", R"("level": "national")",
     "units.json /units/2/level wrong_value"},
    {"units.json", R"("district": "here")", R"("district": "there")",
     "units.json /units/1/district unknown_option"},
    {"units.json",
     R"("id": "province", "name": "省厅", "name_en": "Provincial department", "aliases": [])",
     R"("id": "province", "name": "省厅", "name_en": "Provincial department")",
     "units.json /units/2/aliases missing_field"},
};

const Row kHeads[] = {
    {kMeasures, R"("item": 1, "title")", R"("item": 2, "title")",
     "measures/01-one.json /clauses/0/sources/0/item wrong_value\n"
     "measures/01-one.json /clauses/1/sources/0/item wrong_value\n"
     "measures/01-one.json /clauses/2/sources/0/item wrong_value"},
    {kMeasures, R"("cells": 1)", R"("cells": 1.5)", "measures/01-one.json /cells wrong_value"},
    {kMeasures, R"("provincial_units": ["province"])", R"("provincial_units": ["empire"])",
     "measures/01-one.json /provincial_units unknown_unit"},
    {kMeasures, R"("id": "1.1.b")", R"("id": "1.1.a")",
     "measures/01-one.json /clauses/1 duplicate_id"},
    {kMeasures, R"("id": "1.1.b")", R"("id": "")",
     "measures/01-one.json /clauses/1/id wrong_value"},
    {kMeasures, R"("kind": "internal")", R"("kind": "secret")",
     "measures/01-one.json /clauses/2/kind wrong_value"},
    {kMeasures, R"("clause": "z" }])", R"("clause": "z", "page": 3 }])",
     "measures/01-one.json /clauses/2/sources/0/page unknown_field"},
    {kMeasures, R"([{ "document": "notice", "item": 1, "cell": 1, "clause": "z" }])", "[]",
     "measures/01-one.json /clauses/2/sources wrong_value"},
    {kMeasures, R"({ "document": "notice", "item": 1, "cell": 1, "clause": "z" })",
     R"({ "document": "decree", "item": 1, "cell": 1, "clause": "z" })",
     "measures/01-one.json /clauses/2/sources/0/document unknown_document"},
    {kMeasures, R"("why_internal": ")", R"("reason": "x", "why_internal": ")",
     "measures/01-one.json /clauses/2/reason unknown_field"},
};

const Row kConditions[] = {
    {kMeasures, R"("fact": "awards")", R"("fact": "prizes")",
     "measures/01-one.json /clauses/0/applies_when/fact unknown_fact"},
    {kMeasures, R"("has": "gold")", R"("has": "tin")",
     "measures/01-one.json /clauses/0/applies_when/has unknown_option"},
    {kMeasures, R"("has": "gold")", R"("is": "gold")",
     "measures/01-one.json /clauses/0/applies_when/is wrong_operator"},
    {kMeasures, R"("at_most": { "parameter": "ceiling" })", R"("at_most": { "parameter": "roof" })",
     "measures/01-one.json /clauses/0/requires/at_most/parameter unknown_parameter"},
    {kMeasures, R"("at_most": { "parameter": "ceiling" })",
     R"("at_most": { "parameter": "share" })",
     "measures/01-one.json /clauses/0/requires/at_most unit_mismatch"},
    // A figure that ends before the measure does.
    {kMeasures, R"("at_most": { "parameter": "ceiling" })",
     R"("at_most": { "product": [{ "parameter": "ceiling" }, { "parameter": "ended" }] })",
     "measures/01-one.json /clauses/0 parameter_not_in_force"},
    // Citations of leaves must name a document.
    {kMeasures, R"("source": { "document": "standard" })", R"("source": { "document": "decree" })",
     "measures/01-one.json /clauses/0/requires unknown_document"},
    {kMeasures, R"("source": { "document": "notice", "item": 1)",
     R"("source": { "document": "decree", "item": 1)",
     "measures/01-one.json /clauses/0/applies_when unknown_document"},
    {kMeasures, R"(["micro", "small", "medium"])", R"(["micro", "small", "medium", "large"])",
     "measures/01-one.json /clauses/1/requires always_true"},
    {kMeasures, R"("text": "是否优秀", "by": "市局")", R"("text": "是否优秀")",
     "measures/01-one.json /clauses/0/judged/0/by missing_field"},
    {kMeasures, R"("units": ["bureau"])", R"("units": ["county", "burrow"])",
     "measures/01-one.json /clauses/0/judged/0/units unknown_unit"},
    {kMeasures, R"("units": ["bureau"])", R"("units": "bureau")",
     "measures/01-one.json /clauses/0/judged/0/units wrong_type"},
    {kMeasures, R"("units": ["bureau"])", R"("unit": ["bureau"])",
     "measures/01-one.json /clauses/0/judged/0/unit unknown_field"},
};

const Row kWays[] = {
    {kMeasures, R"("kind": "window")", R"("kind": "door")",
     "measures/01-one.json /clauses/0/channels/0/kind wrong_value"},
    {kMeasures, R"("name_en": "Desk", )", "",
     "measures/01-one.json /clauses/0/channels/0/name_en missing_field"},
    {kMeasures, R"("name": "窗口")", R"("name": "", "at": 1)",
     "measures/01-one.json /clauses/0/channels/0/name wrong_value\n"
     "measures/01-one.json /clauses/0/channels/0/at unknown_field"},
    {kMeasures, R"("url": "https://example.org/")", R"("url": null)", ""},
    {kMeasures, R"("url": "https://example.org/")", R"("url": "javascript:alert")",
     "measures/01-one.json /clauses/0/channels/0/url wrong_value"},
    // The earlier form and the present one are not mixed.
    {kMeasures, R"([{ "kind": "window")", R"(["12345", { "kind": "window")",
     "measures/01-one.json /clauses/0/channels/1 wrong_type"},
    {kMeasures, R"(example.org/" }])", R"(example.org/" }, "12345"])",
     "measures/01-one.json /clauses/0/channels/1 wrong_type"},
    {kMeasures, R"(["1.1.b", "1.9.z", "standard"])", R"(["1.1.b", "decree"])",
     "measures/01-one.json /clauses/0 unknown_successor"},
    {kMeasures, R"(["1.1.b", "1.9.z", "standard"])", "[7]",
     "measures/01-one.json /clauses/0/replaced_by/0 wrong_type"},
    {kMeasures, R"(["1.1.b", "1.9.z", "standard"])", R"("一句")",
     "measures/01-one.json /clauses/0/replaced_text unknown_field"},
    {kMeasures, R"("见 {{prize}}")", R"("见 {{price}}")",
     "measures/01-one.json /clauses/0 unknown_parameter"},
};

const Row kBenefits[] = {
    {kMeasures, R"("type": "award")", R"("type": "gift")",
     "measures/01-one.json /clauses/0/benefits/0/type wrong_value"},
    {kMeasures, R"("status": "fixed")", R"("status": "sure")",
     "measures/01-one.json /clauses/0/benefits/0/amount wrong_value\n"
     "measures/01-one.json /clauses/0/benefits/0/amount/status wrong_value"},
    {kMeasures, R"("value": { "parameter": "prize" })", R"("value": null)",
     "measures/01-one.json /clauses/0/benefits/0/amount wrong_value"},
    {kMeasures, R"("value": { "parameter": "prize" })", R"("value": 500000)",
     "measures/01-one.json /clauses/0/benefits/0/amount/value wrong_value"},
    {kMeasures, R"("value": { "parameter": "prize" })", R"("value": { "parameter": "share" })",
     "measures/01-one.json /clauses/0/benefits/0/amount/value unit_mismatch"},
    {kMeasures, R"("value": { "parameter": "prize" })", R"("value": { "parameter": "gold_bar" })",
     "measures/01-one.json /clauses/0/benefits/0/amount wrong_value\n"
     "measures/01-one.json /clauses/0/benefits/0/amount/value/parameter unknown_parameter"},
    {kMeasures, R"("unit": "CNY", "bound": "exact")", R"("unit": "USD", "bound": "exact")",
     "measures/01-one.json /clauses/0/benefits/0/amount wrong_value\n"
     "measures/01-one.json /clauses/0/benefits/0/amount wrong_value"},
    {kMeasures, R"("bound": "exact")", R"("bound": null)",
     "measures/01-one.json /clauses/0/benefits/0/amount wrong_value"},
    {kMeasures, R"("status": "fixed")", R"("status": "none")",
     "measures/01-one.json /clauses/0/benefits/0/amount wrong_value"},
    {kMeasures, R"("label_en": "A benefit")", R"("label_en": "A benefit {{silver_bar}}")",
     "measures/01-one.json /clauses/0 unknown_parameter"},
    {kMeasures, R"("label": "好处")", R"("label": "好处 {{silver_bar}}")",
     "measures/01-one.json /clauses/0 unknown_parameter"},
};

const Row kGuidance[] = {
    {kMeasures, R"(["先看 {{odd_prize}}"])", R"(["先看 {{even_prize}}"])",
     "measures/01-one.json /clauses/0 unknown_parameter"},
    {kMeasures, R"("text": "有 {{prize}} 的奖")", R"("text": "有 {{price}} 的奖")",
     "measures/01-one.json /clauses/0 unknown_parameter"},
    {kMeasures, R"("excludes": ["1.1.a"])", R"("excludes": ["9.9.z"])",
     "measures/01-one.json /clauses/1 unknown_measure"},
    {kMeasures, R"("leads_to": ["1.1.a"])", R"("leads_to": ["9.9.z"])",
     "measures/01-one.json /clauses/1 unknown_measure"},
    {kMeasures, R"("leads_to": ["1.1.a"])", R"("leads_to": ["1.1.a"], "instead_of": ["9.9.z"])",
     "measures/01-one.json /clauses/1 unknown_measure"},
    {kMeasures, R"({{ended}})", "", "parameters.json /parameters/7 unused_parameter"},
    {"parameters.json", R"("value": 6, "source": { "document": "standard")",
     R"("value": 6, "source": { "document": "decree")",
     "parameters.json /parameters/7/values/0/source unknown_document"},
    {"size-standard.json", R"("document": "standard")", R"("document": "decree")",
     "size-standard.json /document unknown_document"},
};

void check(const Row& row) {
  BOOST_TEST(issuesAfter(soundPolicies(), {{row.file, row.from, row.to}}) == row.issues);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(Diagnostics)

BOOST_AUTO_TEST_CASE(the_folder_is_sound_before_it_is_broken) {
  BOOST_TEST(issuesAfter(soundPolicies(), {}) == "");
}

BOOST_DATA_TEST_CASE(documents, kDocuments, row) {
  check(row);
}
BOOST_DATA_TEST_CASE(units, kUnits, row) {
  check(row);
}
BOOST_DATA_TEST_CASE(heads, kHeads, row) {
  check(row);
}
BOOST_DATA_TEST_CASE(conditions, kConditions, row) {
  check(row);
}
BOOST_DATA_TEST_CASE(channels_and_successors, kWays, row) {
  check(row);
}
BOOST_DATA_TEST_CASE(benefits, kBenefits, row) {
  check(row);
}
BOOST_DATA_TEST_CASE(guidance, kGuidance, row) {
  check(row);
}

BOOST_AUTO_TEST_CASE(validity) {
  MeasureText measure{"1.1.a"};
  const auto with = [&](const char* valid) {
    measure.valid = valid;
    return issuesAfter(smallPolicies({measure}), {});
  };
  BOOST_TEST(with(R"({ "from": "2024-01-01", "to": "2024-01-01" })") == "");
  BOOST_TEST(with(R"({ "from": "2024-01-02", "to": "2024-01-01" })") ==
             "measures/01-one.json /clauses/0/valid/to empty_period");
  BOOST_TEST(with(R"({ "from": null, "to": null })") ==
             "measures/01-one.json /clauses/0/valid/from wrong_type");
  BOOST_TEST(with("null") == "measures/01-one.json /clauses/0/valid wrong_type");
}

// The figure must exist on the first and on the last day.
BOOST_AUTO_TEST_CASE(figures_cover_the_whole_validity) {
  MeasureText measure{"1.1.a"};
  measure.requires_ = R"({ "fact": "ratio", "at_most": { "parameter": "ended" } })";
  const auto with = [&](const char* valid) {
    measure.valid = valid;
    return issuesAfter(smallPolicies({measure}), {});
  };
  const char* broken = "measures/01-one.json /clauses/0 parameter_not_in_force";
  BOOST_TEST(with(R"({ "from": "2022-01-01", "to": "2024-12-31" })") == "");
  BOOST_TEST(with(R"({ "from": "2021-12-31", "to": "2024-12-31" })") == broken);
  BOOST_TEST(with(R"({ "from": "2022-01-01", "to": "2025-01-01" })") == broken);
  BOOST_TEST(with(R"({ "from": "2022-01-01", "to": null })") == broken);
}

BOOST_AUTO_TEST_CASE(each_file_is_needed) {
  for (const char* file :
       {"documents.json", "facts.json", "parameters.json", "size-standard.json", "units.json"}) {
    const std::string issues = issuesAfter(soundPolicies(), {{file, "", ""}});
    BOOST_TEST(issues == std::string(file) + "  missing_file");
  }
  BOOST_TEST(issuesAfter(soundPolicies(), {{kMeasures, "", ""}}) == "measures/  missing_file");
  BOOST_TEST(!catalogue::Catalogue::load({}).ok());
}

BOOST_AUTO_TEST_CASE(each_file_is_strict_json) {
  for (const auto& [file, text] : soundPolicies()) {
    auto files = soundPolicies();
    files[file] = text + "]";
    const auto loading = catalogue::Catalogue::load(files);
    BOOST_REQUIRE(!loading.ok());
    BOOST_TEST(loading.error().size() == 1U, file);
    BOOST_TEST(loading.error().front().file == file);
    BOOST_TEST(loading.error().front().code == "trailing_text");
    files[file] = "{}";
    BOOST_TEST(!catalogue::Catalogue::load(files).ok());
    files[file] = "[]";
    BOOST_TEST(!catalogue::Catalogue::load(files).ok());
  }
}

BOOST_AUTO_TEST_CASE(an_item_is_in_one_file) {
  auto files = soundPolicies();
  files["measures/02-two.json"] = files[kMeasures];
  const auto loading = catalogue::Catalogue::load(files);
  BOOST_REQUIRE(!loading.ok());
  const base::Issue& first = loading.error().front();
  BOOST_TEST(first.code == "duplicate_id");
  BOOST_TEST(first.file == "measures/02-two.json");
  BOOST_TEST(first.pointer == "/item");
  BOOST_TEST(first.line > 0);
}

BOOST_AUTO_TEST_CASE(an_item_has_clauses_also_where_it_is_repeated) {
  auto files = soundPolicies();
  files["measures/02-two.json"] =
      R"({ "item": 1, "title": "空", "title_en": "Empty", "provincial_units": [], "cells": 1, "clauses": [] })";
  BOOST_TEST(issuesAfter(files, {}) ==
             "measures/02-two.json /item duplicate_id\nmeasures/02-two.json /clauses wrong_value");
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(AllAtOnce)

BOOST_AUTO_TEST_CASE(faults_of_all_files_are_listed_together) {
  BOOST_TEST(issuesAfter(soundPolicies(),
                         {{"documents.json", R"("title": "标准")", R"("title": "")"},
                          {"units.json", R"("level": "provincial")", R"("level": "national")"},
                          {"parameters.json", R"("value": 40)", R"("value": -40)"},
                          {"size-standard.json", R"("small_min": 20,)", R"("small_min": "20",)"},
                          {kMeasures, R"("has": "gold")", R"("has": "tin")"},
                          {kMeasures, R"("type": "award")", R"("type": "gift")"}}) ==
             "documents.json /documents/1/title wrong_value\n"
             "measures/01-one.json /clauses/0/applies_when/has unknown_option\n"
             "measures/01-one.json /clauses/0/benefits/0/type wrong_value\n"
             "parameters.json /parameters/1/values/0/value wrong_value\n"
             "size-standard.json /industries/0/indicators/0/small_min wrong_type\n"
             "units.json /units/2/level wrong_value");
}

// A file that is not JSON hides no fault in the others.
BOOST_AUTO_TEST_CASE(a_broken_file_does_not_hide_the_faults_of_another) {
  auto files = soundPolicies();
  files["measures/02-two.json"] = "{";
  BOOST_TEST(issuesAfter(files, {{kMeasures, R"("has": "gold")", R"("has": "tin")"}}) ==
             "measures/01-one.json /clauses/0/applies_when/has unknown_option\n"
             "measures/02-two.json  syntax");
}

// Checks across parts run for sound files even if another file has faults.
BOOST_AUTO_TEST_CASE(faults_between_parts_are_listed_with_faults_of_shape) {
  auto files = soundPolicies();
  MeasureText measure{"2.1.a"};
  std::string second = smallPolicies({measure})[kMeasures];
  const auto change = [&](const char* from, const char* to) {
    for (std::size_t at = second.find(from); at != std::string::npos;
         at = second.find(from, at + 1)) {
      second.replace(at, std::string_view(from).size(), to);
    }
  };
  change(R"("item": 1)", R"("item": 2)");
  change("1.9.z", "2.9.z");
  change(R"("kind": "benefit")", R"("kind": "favour")");
  files["measures/02-two.json"] = second;
  BOOST_TEST(issuesAfter(files, {{kMeasures, R"({{odd_prize}}"])", R"({{even_prize}}"])"}}) ==
             "measures/01-one.json /clauses/0 unknown_parameter\n"
             "measures/02-two.json /clauses/0/kind wrong_value");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::test

#include "policycalc/catalogue/changes.h"

#include <algorithm>
#include <functional>

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "policycalc/json/reader.h"
#include "policycalc/json/writer.h"

#include "catalogue/small_policies.h"

namespace policycalc::test {
namespace {

using catalogue::Affects;
using catalogue::Change;
using catalogue::PolicyFiles;
using catalogue::Subject;
using Changes = std::vector<Change>;

const base::Date kDay = *base::Date::parse("2026-11-25");

MeasureText measure() {
  MeasureText text{"1.1.a"};
  text.requires_ = R"({ "fact": "budget", "at_most": { "parameter": "ceiling" } })";
  text.benefits =
      "[" + benefit("award", "award", "fixed", "CNY", "exact", R"({"parameter":"prize"})") + "]";
  return text;
}

PolicyFiles policies() {
  return smallPolicies({measure(), MeasureText{"1.1.b"}});
}

/// `policies()` with the first `from` in the file replaced.
PolicyFiles edited(const std::string& file, const std::string& from, const std::string& to,
                   PolicyFiles files = policies()) {
  std::string& text = files.at(file);
  const auto place = text.find(from);
  BOOST_TEST_REQUIRE(place != std::string::npos, from);
  text.replace(place, from.size(), to);
  return files;
}

Changes changesTo(const PolicyFiles& after, const PolicyFiles& before = policies()) {
  return changesBetween(*loaded(before), *loaded(after), kDay);
}

const Change* find(const Changes& changes, Subject subject, std::string_view id,
                   std::string_view field) {
  const auto found = std::find_if(changes.begin(), changes.end(), [&](const Change& change) {
    return change.subject == subject && change.id == id && change.field == field;
  });
  return found == changes.end() ? nullptr : &*found;
}

constexpr const char* kMeasures = "measures/01-one.json";

/// An edit of one place, and the one change that it makes.
struct Row {
  const char* name;
  const char* file;
  const char* from;
  const char* to;
  Subject subject;
  const char* id;
  const char* field;
  const char* before;
  const char* after;
  Affects affects;
};

std::ostream& operator<<(std::ostream& out, const Row& row) {
  return out << row.name;
}

const std::vector<Row> kRows = {
    {"summary", kMeasures, R"("summary": "说明")", R"("summary": "新说明")", Subject::kMeasure,
     "1.1.a", "summary", "说明", "新说明", Affects::kText},
    {"english summary", kMeasures, R"("summary_en": "About")", R"("summary_en": "On")",
     Subject::kMeasure, "1.1.a", "summary_en", "About", "On", Affects::kText},
    {"benefit's label", kMeasures, R"("label": "好处")", R"("label": "奖励")", Subject::kMeasure,
     "1.1.a", "benefits/award/label", "好处", "奖励", Affects::kText},
    {"benefit's type", kMeasures, R"("type": "award")", R"("type": "subsidy")", Subject::kMeasure,
     "1.1.a", "benefits/award/type", "award", "subsidy", Affects::kAmount},
    {"benefit's bound", kMeasures, R"("bound": "exact")", R"("bound": "at_most")",
     Subject::kMeasure, "1.1.a", "benefits/award/amount", "60万元", "最高 60万元",
     Affects::kAmount},
    {"end", kMeasures, R"("to": null })", R"("to": "2027-12-31" })", Subject::kMeasure, "1.1.a",
     "valid", "2024-01-01 起", "2024-01-01 至 2027-12-31", Affects::kVerdict},
    {"scope", kMeasures, R"("scope": "registered")", R"("scope": "anyone")", Subject::kMeasure,
     "1.1.a", "scope", "在本市登记的企业", "不限登记地", Affects::kVerdict},
    {"kind", kMeasures, R"("kind": "benefit")", R"("kind": "service")", Subject::kMeasure, "1.1.a",
     "kind", "benefit", "service", Affects::kText},
    {"threshold's operator", kMeasures, R"("at_most")", R"("less_than")", Subject::kMeasure,
     "1.1.a", "requires", nullptr, nullptr, Affects::kVerdict},
    {"unit moved", kMeasures, R"("unit": "bureau", "role")", R"("unit": "county", "role")",
     Subject::kMeasure, "1.1.a", "units", "市局", "本县政府", Affects::kText},
    {"provincial unit", kMeasures, R"("provincial_units": ["province"])",
     R"("provincial_units": [])", Subject::kItem, "1", "provincial_units", "省厅", nullptr,
     Affects::kText},
    {"item", kMeasures, R"("title_en": "One")", R"("title_en": "First")", Subject::kItem, "1",
     "title_en", "One", "First", Affects::kText},
    {"internal clause", kMeasures, R"("summary": "内部工作")", R"("summary": "内部")",
     Subject::kClause, "1.9.z", "summary", "内部工作", "内部", Affects::kText},
    {"document", "documents.json", R"("number": "1号")", R"("number": "2号")", Subject::kDocument,
     "notice", "number", "1号", "2号", Affects::kText},
    {"document's term", "documents.json", R"("in_force_to": null)",
     R"("in_force_to": "2027-01-01")", Subject::kDocument, "notice", "in_force_to", nullptr,
     "2027-01-01", Affects::kText},
    {"chapter", "documents.json", "第一章", "第1章", Subject::kDocument, "notice", "chapters",
     "第一章 1–2", "第1章 1–2", Affects::kText},
    {"unit's name", "units.json", R"("name_en": "City bureau")", R"("name_en": "Bureau")",
     Subject::kUnit, "bureau", "name_en", "City bureau", "Bureau", Affects::kText},
    {"unit's alias", "units.json", "赣州市局", "赣市局", Subject::kUnit, "bureau", "aliases",
     "赣州市局", "赣市局", Affects::kText},
    {"figure's label", "parameters.json", R"("label": "上限")", R"("label": "限额")",
     Subject::kParameter, "ceiling", "label", "上限", "限额", Affects::kText},
};

BOOST_AUTO_TEST_SUITE(CatalogueChanges)

BOOST_DATA_TEST_CASE(an_edit_of_one_place_is_one_change, kRows, row) {
  const Changes changes = changesTo(edited(row.file, row.from, row.to));
  const Change* change = find(changes, row.subject, row.id, row.field);
  BOOST_TEST_REQUIRE((change != nullptr));
  BOOST_TEST((change->affects == row.affects));
  if (row.before != nullptr) BOOST_TEST(change->before.value_or("") == row.before);
  if (row.after != nullptr) BOOST_TEST(change->after.value_or("") == row.after);
  for (const Change& other : changes) BOOST_TEST((other.subject != Subject::kFile), other.id);
}

BOOST_AUTO_TEST_CASE(the_same_policies_have_no_changes) {
  BOOST_TEST(changesTo(policies()).empty());
}

BOOST_AUTO_TEST_CASE(a_new_measure_is_added_and_the_way_back_removes_it) {
  const PolicyFiles more = smallPolicies({measure(), MeasureText{"1.1.b"}, MeasureText{"1.1.c"}});
  const Changes there = changesTo(more);
  BOOST_TEST_REQUIRE(there.size() == 1U);
  const Change added{Subject::kMeasure, "1.1.c",  "措施", "", std::nullopt, "措施",
                     Affects::kVerdict, {"1.1.c"}};
  BOOST_TEST((there.front() == added));
  const Changes back = changesTo(policies(), more);
  BOOST_TEST_REQUIRE(back.size() == 1U);
  BOOST_TEST(back.front().field.empty());
  BOOST_TEST(back.front().before.value_or("") == "措施");
  BOOST_TEST(!back.front().after.has_value());
}

BOOST_AUTO_TEST_CASE(a_figure_changes_its_parameter_and_each_measure_that_uses_it) {
  const Changes changes = changesTo(edited("parameters.json", "600000", "700000"));
  const Change* figure = find(changes, Subject::kParameter, "prize", "values");
  BOOST_TEST_REQUIRE((figure != nullptr));
  BOOST_TEST(figure->before.value_or("") ==
             "50万元（2024-01-01 至 2025-12-31）；60万元（2026-01-01 起）");
  BOOST_TEST((figure->affects == Affects::kAmount));
  BOOST_TEST((figure->measures == std::vector<std::string>{"1.1.a"}));
  const Change* amount = find(changes, Subject::kMeasure, "1.1.a", "benefits/award/amount");
  BOOST_TEST_REQUIRE((amount != nullptr));
  BOOST_TEST((amount->affects == Affects::kAmount));
  BOOST_TEST(amount->after.value_or("").find("70万元") != std::string::npos);
  BOOST_TEST(changes.size() == 2U);
}

BOOST_AUTO_TEST_CASE(a_threshold_can_change_a_verdict) {
  const Changes changes = changesTo(edited("parameters.json", "2000000", "4000000"));
  const Change* figure = find(changes, Subject::kParameter, "ceiling", "values");
  BOOST_TEST_REQUIRE((figure != nullptr));
  BOOST_TEST((figure->affects == Affects::kVerdict));
  const Change* condition = find(changes, Subject::kMeasure, "1.1.a", "requires");
  BOOST_TEST_REQUIRE((condition != nullptr));
  BOOST_TEST((condition->affects == Affects::kVerdict));
  BOOST_TEST(condition->before.value_or("").find("200万元") != std::string::npos);
  BOOST_TEST(condition->after.value_or("").find("400万元") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_figure_of_another_day_changes_its_parameter_only) {
  const Changes changes = changesTo(edited("parameters.json", "500000", "510000"));
  BOOST_TEST_REQUIRE(changes.size() == 1U);
  BOOST_TEST((changes.front().subject == Subject::kParameter));
}

BOOST_AUTO_TEST_CASE(a_benefit_that_ends_or_comes_is_told_by_its_parts) {
  MeasureText without = measure();
  without.benefits = "[]";
  const PolicyFiles fewer = smallPolicies({without, MeasureText{"1.1.b"}});
  const Changes changes = changesTo(fewer);
  const Change* amount = find(changes, Subject::kMeasure, "1.1.a", "benefits/award/amount");
  BOOST_TEST_REQUIRE((amount != nullptr));
  BOOST_TEST(amount->before.has_value());
  BOOST_TEST(!amount->after.has_value());
  const Changes back = changesTo(policies(), fewer);
  BOOST_TEST((find(back, Subject::kMeasure, "1.1.a", "benefits/award/amount") != nullptr));
}

BOOST_AUTO_TEST_CASE(a_first_judgement_changes_the_verdict_and_another_wording_only_the_text) {
  const auto withJudged = [](const std::string& judged) {
    MeasureText text = measure();
    text.judged = judged;
    return smallPolicies({text, MeasureText{"1.1.b"}});
  };
  const PolicyFiles one = withJudged(R"([{ "text": "认定", "by": "市局" }])");
  const PolicyFiles other = withJudged(R"([{ "text": "审核", "by": "市局" }])");
  const Changes first = changesTo(one);
  const Change* judged = find(first, Subject::kMeasure, "1.1.a", "judged");
  BOOST_TEST_REQUIRE((judged != nullptr));
  BOOST_TEST((judged->affects == Affects::kVerdict));
  const Changes words = changesTo(other, one);
  BOOST_TEST_REQUIRE(words.size() == 1U);
  BOOST_TEST((words.front().affects == Affects::kText));
}

/// What differs if `to` takes the place of `from` in the measure 1.1.a with all its ways.
Changes changesOfWays(const std::string& from, const std::string& to) {
  MeasureText text{"1.1.a"};
  text.channels =
      R"([{ "kind": "phone", "name": "12345", "name_en": "Hotline", "url": "https://one.example/" }])";
  text.judged = R"([{ "text": "认定", "by": "某机构", "units": ["bureau"] }])";
  text.replaced_by = R"(["1.1.b"], "replaced_text": "见新措施")";
  const PolicyFiles files = smallPolicies({text, MeasureText{"1.1.b"}});
  return changesTo(edited(kMeasures, from, to, files), files);
}

struct Way {
  const char* from;
  const char* to;
  const char* field;
};
std::ostream& operator<<(std::ostream& out, const Way& way) {
  return out << way.field;
}

const Way kWays[] = {
    {R"("name": "12345")", R"("name": "12315")", "channels"},
    {R"("kind": "phone")", R"("kind": "online")", "channels/kind"},
    {R"("name_en": "Hotline")", R"("name_en": "Line")", "channels/name_en"},
    {R"("url": "https://one.example/")", R"("url": "https://two.example/")", "channels/url"},
    {R"("units": ["bureau"] })", R"("units": ["province"] })", "judged/units"},
    {R"("replaced_by": ["1.1.b"])", R"("replaced_by": ["standard"])", "replaced_by"},
    {R"("replaced_text": "见新措施")", R"("replaced_text": "没有了")", "replaced_text"},
};

BOOST_DATA_TEST_CASE(each_part_of_channels_judgements_and_successors_is_told, kWays, way) {
  const Changes changes = changesOfWays(way.from, way.to);
  BOOST_TEST_REQUIRE(changes.size() == 1U);
  BOOST_TEST(changes.front().field == way.field);
  BOOST_TEST((changes.front().affects == Affects::kText));
  BOOST_TEST(changes.front().before.has_value());
  BOOST_TEST(changes.front().after.has_value());
}

BOOST_AUTO_TEST_CASE(what_no_field_names_is_told_as_a_change_of_its_file) {
  const Changes changes =
      changesTo(edited("size-standard.json", R"("small_min": 20,)", R"("small_min": 30,)"));
  const Change expected{
      Subject::kFile, "size-standard.json", "", "", {}, {}, Affects::kVerdict, {}};
  BOOST_TEST((changes == Changes{expected}));
}

/// Calls `use` with a copy of the document for each text in it, that text changed.
void forEachChangedText(json::Value& root, json::Value& at,
                        const std::function<void(const std::string&)>& use) {
  if (at.isString()) {
    const std::string text = at.text;
    at.text += "改";
    json::Writer writer;
    writer.value(root);
    use(writer.take());
    at.text = text;
  }
  for (json::Value& element : at.elements) forEachChangedText(root, element, use);
  for (json::Member& member : at.members) forEachChangedText(root, member.value, use);
}

BOOST_AUTO_TEST_CASE(no_text_of_any_file_changes_untold) {
  const PolicyFiles files = policies();
  const auto before = loaded(files);
  std::size_t loadable = 0;
  for (const auto& [path, text] : files) {
    auto document = json::read(text);
    BOOST_TEST_REQUIRE(document.ok(), path);
    forEachChangedText(*document, *document, [&, &path = path](const std::string& changed) {
      PolicyFiles other = files;
      other.at(path) = changed;
      const auto after = catalogue::Catalogue::load(other);
      if (!after.ok()) return;
      ++loadable;
      BOOST_TEST(!changesBetween(*before, **after, kDay).empty(), path);
    });
  }
  BOOST_TEST(loadable > 50U);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace policycalc::test

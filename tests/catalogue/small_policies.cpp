#include "catalogue/small_policies.h"

#include "policycalc/base/text.h"

#include "facts/json_text.h"
#include "facts/small_vocabulary.h"

namespace policycalc::test {
namespace {

constexpr const char* kDocuments = R"({
  "documents": [
    { "id": "notice", "number": "1号", "title": "通知", "issuer": "市政府", "date": "2024-01-01", "level": "municipal", "in_force_from": null, "in_force_to": null, "note": null, "chapters": [
        { "number": 1, "title": "第一章", "first_item": 1, "last_item": 2 }] },
    { "id": "standard", "number": null, "title": "标准", "issuer": "部", "date": null, "level": "national", "in_force_from": null, "in_force_to": null, "note": null, "chapters": [] }
  ]
})";

constexpr const char* kUnits = R"({
  "units": [
    { "id": "bureau", "name": "市局", "name_en": "City bureau", "aliases": ["赣州市局"], "level": "municipal", "parent": null, "district": null, "contact": { "address": null, "telephone": null, "hours": null, "url": null, "last_checked": null } },
    { "id": "county", "name": "本县政府", "name_en": "County government", "aliases": [], "level": "county", "parent": null, "district": "here", "contact": { "address": null, "telephone": null, "hours": null, "url": null, "last_checked": null } },
    { "id": "province", "name": "省厅", "name_en": "Provincial department", "aliases": [], "level": "provincial", "parent": null, "district": null, "contact": { "address": null, "telephone": null, "hours": null, "url": null, "last_checked": null } }
  ]
})";

constexpr const char* kParameters = R"({
  "parameters": [
    { "id": "ceiling", "label": "上限", "unit": "CNY", "values": [
        { "from": "2024-01-01", "to": null, "value": 2000000, "source": { "document": "notice", "item": 1, "cell": 1, "clause": "a" }, "note": null }], "last_checked": "2026-11-25" },
    { "id": "share", "label": "比例", "unit": "percent", "values": [
        { "from": "2024-01-01", "to": null, "value": 40, "source": { "document": "notice", "item": 1, "cell": 1, "clause": "a" }, "note": null }], "last_checked": "2026-11-25" },
    { "id": "second_share", "label": "再比例", "unit": "percent", "values": [
        { "from": "2024-01-01", "to": null, "value": 70, "source": { "document": "notice", "item": 1, "cell": 1, "clause": "a" }, "note": null }], "last_checked": "2026-11-25" },
    { "id": "tolerance", "label": "幅度", "unit": "percentage_point", "values": [
        { "from": "2024-01-01", "to": null, "value": 3, "source": { "document": "notice", "item": 1, "cell": 1, "clause": "a" }, "note": null }], "last_checked": "2026-11-25" },
    { "id": "staff", "label": "人数下限", "unit": "person", "values": [
        { "from": "2024-01-01", "to": null, "value": 20, "source": { "document": "notice", "item": 1, "cell": 1, "clause": "a" }, "note": null }], "last_checked": "2026-11-25" },
    { "id": "prize", "label": "奖金", "unit": "CNY", "values": [
        { "from": "2024-01-01", "to": "2025-12-31", "value": 500000, "source": { "document": "notice", "item": 1, "cell": 1, "clause": "a" }, "note": null },
        { "from": "2026-01-01", "to": null, "value": 600000, "source": { "document": "notice", "item": 1, "cell": 1, "clause": "a" }, "note": null }], "last_checked": "2026-11-25" },
    { "id": "odd_prize", "label": "零头奖金", "unit": "CNY", "values": [
        { "from": "2024-01-01", "to": null, "value": 1000.01, "source": { "document": "notice", "item": 1, "cell": 1, "clause": "a" }, "note": null }], "last_checked": "2026-11-25" },
    { "id": "ended", "label": "旧比例", "unit": "percent", "values": [
        { "from": "2022-01-01", "to": "2023-12-31", "value": 6, "source": { "document": "standard", "item": null, "cell": null, "clause": null }, "note": null },
        { "from": "2024-01-01", "to": "2024-12-31", "value": 7, "source": { "document": "standard", "item": null, "cell": null, "clause": null }, "note": null }], "last_checked": "2026-11-25" }
  ]
})";

// Each parameter must be used; this clause uses those that the measures of a test do not.
constexpr const char* kInternalClause = R"(
    { "id": "1.9.z", "title": "内部工作", "title_en": "Internal", "summary": "内部工作", "kind": "internal",
      "sources": [{ "document": "notice", "item": 1, "cell": 1, "clause": "z" }],
      "units": [{ "unit": "bureau", "role": "responsible" }], "joint_pairing": "stated",
      "why_internal": "{{ceiling}}{{share}}{{second_share}}{{tolerance}}{{staff}}{{prize}}{{odd_prize}}{{ended}}",
      "last_checked": "2026-11-25" })";

std::string clauseText(const MeasureText& m) {
  return R"(
    { "id": ")" +
         m.id + R"(", "title": "措施", "title_en": "Measure", "summary": ")" + m.summary + R"(",)" +
         (m.summary_en.empty() ? "" : R"( "summary_en": ")" + m.summary_en + R"(",)") + R"(
      "topic": "award", "kind": "benefit",
      "sources": [{ "document": "notice", "item": 1, "cell": 1, "clause": "a" }],
      "units": [{ "unit": "bureau", "role": "responsible" }], "joint_pairing": "stated",
      "scope": ")" +
         m.scope + R"(",
      "applies_when": )" +
         m.applies_when + R"(,
      "requires": )" +
         m.requires_ + R"(,
      "judged": )" +
         m.judged + R"(,
      "benefits": )" +
         m.benefits + R"(,
      "next_step": null, "delivery": null, "channels": )" +
         m.channels + R"(, "documents": [],
      "valid": )" +
         m.valid + R"(,
      "replaced_by": )" +
         m.replaced_by + R"(, "relations": )" + m.relations + R"(,
      "caveats": )" +
         m.caveats + R"(, "keywords": )" + m.keywords + R"(, "universal": )" +
         (m.universal ? "true" : "false") + R"(, "last_checked": "2026-11-25" })";
}

}  // namespace

std::string benefit(const std::string& id, const std::string& type, const std::string& status,
                    const std::string& unit, const std::string& bound, const std::string& value) {
  const auto text = [](const std::string& name) {
    return name.empty() ? std::string("null") : "\"" + name + "\"";
  };
  return R"({ "id": ")" + id + R"(", "type": ")" + type +
         R"(", "label": "好处", "label_en": "A benefit", "amount": { "status": )" + text(status) +
         R"(, "unit": )" + text(unit) + R"(, "bound": )" + text(bound) + R"(, "value": )" + value +
         " } }";
}

catalogue::PolicyFiles smallPolicies(const std::vector<MeasureText>& measures) {
  std::vector<std::string> clauses;
  clauses.reserve(measures.size() + 1);
  for (const MeasureText& measure : measures) clauses.push_back(clauseText(measure));
  clauses.emplace_back(kInternalClause);
  return {
      {"documents.json", kDocuments},
      {"facts.json", smallVocabulary()},
      {"measures/01-one.json",
       R"({ "item": 1, "title": "第一项", "title_en": "One", "provincial_units": ["province"], "cells": 1, "clauses": [)" +
           base::join(clauses, ",") + "\n  ] }"},
      {"parameters.json", kParameters},
      {"size-standard.json", smallSizeStandard()},
      {"units.json", kUnits}};
}

std::shared_ptr<const catalogue::Catalogue> loaded(const catalogue::PolicyFiles& files) {
  auto catalogue = catalogue::Catalogue::load(files);
  if (!catalogue.ok()) {
    std::string all;
    for (const base::Issue& issue : catalogue.error()) all += base::formatIssue(issue) + "\n";
    BOOST_REQUIRE_MESSAGE(false, "the test's own policies have faults:\n" << all);
  }
  return std::move(catalogue).value();
}

}  // namespace policycalc::test

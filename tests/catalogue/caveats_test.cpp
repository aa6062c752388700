// Caveats and other information of a measure: kinds, sources, states, units with conditions.
#include <ostream>
#include <string>

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "catalogue/diagnostics.h"
#include "facts/json_text.h"

namespace policycalc::test {

namespace {

struct Row {
  const char* caveats;
  const char* issues;  ///< below /clauses/0/caveats
};
std::ostream& operator<<(std::ostream& out, const Row& row) {
  return out << row.caveats;
}

const Row kCaveats[] = {
    {"[]", ""},
    {R"([{ "kind": "note", "text": "说明" }])", ""},
    {R"([{ "kind": "exclusive", "text": "说明", "source": null }])", ""},
    {R"([{ "kind": "newer_law", "text": "说明", "source": { "document": "standard", "item": null, "cell": null, "clause": "第一条" } }])",
     ""},
    {R"([{ "kind": "remark", "text": "说明", "source": null }])", "/0/kind wrong_value"},
    {R"([{ "text": "说明", "source": null }])", "/0/kind missing_field"},
    {R"([{ "kind": "note", "text": "", "source": null }])", "/0/text wrong_value"},
    {R"([{ "kind": "note", "source": null }])", "/0/text missing_field"},
    {R"([{ "kind": "note", "text": "说明", "source": { "document": "decree" } }])",
     "/0/source unknown_document"},
    {R"([{ "kind": "note", "text": "说明", "source": "standard" }])", "/0/source wrong_type"},
    {R"([{ "kind": "note", "text": "说明", "since": 1 }])", "/0/since unknown_field"},
    {R"({ "kind": "note", "text": "说明" })", " wrong_type"},
};

struct Edit {
  const char* from;
  const char* to;
  const char* issues;
};
std::ostream& operator<<(std::ostream& out, const Edit& edit) {
  return out << edit.to;
}

constexpr const char* kLast = R"("universal": false)";
constexpr const char* kUnit =
    R"("units": [{ "unit": "bureau", "role": "responsible" }], "joint_pairing": "stated",
      "scope")";
const Edit kKeys[] = {
    {kLast, R"("universal": false, "for_status": ["deregistered"], "curable": false)", ""},
    {kLast, R"("for_status": ["asleep"])", "/for_status unknown_option"},
    {kLast, R"("for_status": "deregistered")", "/for_status wrong_type"},
    {kLast, R"("curable": "no")", "/curable wrong_type"},
    {kLast, R"("universal": 1)", "/universal wrong_type"},
    {R"("keywords": ["补贴", "欠钱", "电费"])", R"("keywords": "补贴")", "/keywords wrong_type"},
    {R"("keywords": ["补贴", "欠钱", "电费"])", R"("keywords": ["补贴", 5])",
     "/keywords/1 wrong_type"},
    {kUnit,
     R"("units": [{ "unit": "bureau", "role": "responsible", "when": { "fact": "loan_need", "is": true }, "unless": { "fact": "awards", "has": "gold" } }], "joint_pairing": "stated", "scope")",
     ""},
    {kUnit,
     R"("units": [{ "unit": "bureau", "role": "responsible", "when": { "fact": "need", "is": true } }], "joint_pairing": "stated", "scope")",
     "/units/0/when/fact unknown_fact"},
    {kUnit,
     R"("units": [{ "unit": "bureau", "role": "responsible", "unless": true }], "joint_pairing": "stated", "scope")",
     "/units/0/unless wrong_type"},
};

std::string below(const std::string& place, const std::string& issues) {
  return issues.empty() ? "" : "measures/01-one.json /clauses/0" + place + issues;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(Caveats)

BOOST_DATA_TEST_CASE(kinds_texts_and_sources, kCaveats, row) {
  MeasureText measure{"1.1.a"};
  measure.caveats = row.caveats;
  BOOST_TEST(issuesAfter(smallPolicies({measure}), {}) == below("/caveats", row.issues));
}

BOOST_AUTO_TEST_CASE(each_kind_is_kept_with_its_source) {
  MeasureText measure{"1.1.a"};
  std::string list;
  for (std::size_t i = 0; i < catalogue::kCaveatKinds; ++i) {
    list += (i == 0 ? "" : ", ") +
            (R"({ "kind": ")" + std::string(toString(static_cast<catalogue::CaveatKind>(i)))) +
            R"(", "text": "说明", "source": { "document": "standard", "clause": "第一条" } })";
  }
  measure.caveats = "[" + list + "]";
  const auto catalogue = loaded(smallPolicies({measure}));
  const auto& caveats = catalogue->find("1.1.a")->caveats;
  BOOST_REQUIRE(caveats.size() == catalogue::kCaveatKinds);
  for (std::size_t i = 0; i < caveats.size(); ++i) {
    BOOST_TEST((caveats[i].kind == static_cast<catalogue::CaveatKind>(i)));
    BOOST_REQUIRE(caveats[i].source.has_value());
    BOOST_TEST(caveats[i].source->document == "standard");
    BOOST_TEST(caveats[i].source->clause == "第一条");
  }
}

BOOST_DATA_TEST_CASE(later_keys_of_a_measure, kKeys, edit) {
  BOOST_TEST(issuesAfter(smallPolicies({{"1.1.a"}}),
                         {{"measures/01-one.json", edit.from, edit.to}}) == below("", edit.issues));
}

// An illustration has a value and a unit; percentage points are a quantity in per cent.
BOOST_AUTO_TEST_CASE(examples_and_percentage_points) {
  MeasureText measure{"1.1.a"};
  const auto with = [&](const std::string& one) {
    measure.benefits = "[" + one + "]";
    return issuesAfter(smallPolicies({measure}), {});
  };
  const char* amount = "measures/01-one.json /clauses/0/benefits/0/amount";
  BOOST_TEST(with(benefit("one", "procurement", "computed", "CNY", "example",
                          R"({ "parameter": "prize" })")) == "");
  BOOST_TEST(with(benefit("one", "credit", "computed", "percentage_point", "at_most",
                          R"({ "parameter": "tolerance" })")) == "");
  BOOST_TEST(with(benefit("one", "credit", "computed", "percentage_point", "at_most",
                          R"({ "parameter": "prize" })")) ==
             amount + std::string("/value unit_mismatch"));
  BOOST_TEST(with(benefit("one", "award", "unstated", "", "example", "null")) ==
             amount + std::string(" wrong_value"));
}

BOOST_AUTO_TEST_CASE(paid_amounts_and_amounts_that_count_once) {
  MeasureText measure{"1.1.a"};
  std::string one = benefit("one", "award", "fixed", "CNY", "exact", R"({ "parameter": "prize" })");
  one = replaced(
      one, R"("label")",
      R"("paid_when": { "fact": "awards", "has": "gold" }, "counted_once": "prize", "label")");
  measure.benefits = "[" + one + "]";
  const auto catalogue = loaded(smallPolicies({measure}));
  const catalogue::Benefit& kept = catalogue->find("1.1.a")->benefits.front();
  BOOST_TEST(kept.paid_when.has_value());
  BOOST_TEST(kept.counted_once == "prize");
  measure.benefits = "[" + replaced(one, R"("has": "gold")", R"("has": "tin")") + "]";
  BOOST_TEST(issuesAfter(smallPolicies({measure}), {}) ==
             "measures/01-one.json /clauses/0/benefits/0/paid_when/has unknown_option");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::test

#include "policycalc/registry/check.h"

#include <boost/test/unit_test.hpp>

#include "registry/made_source.h"
#include "support/json_path.h"
#include "support/real_policies.h"

namespace policycalc::registry::test {
namespace {

using policycalc::test::at;
using policycalc::test::parse;
using policycalc::test::realCatalogue;
using policycalc::test::textAt;

constexpr const char* kMapping = R"({"columns": {
    "人数": {"fact": "employees"}, "控股": {"fact": "ownership", "values": {"国": "state_controlled"}},
    "名称": {"fact": "company_name"}, "省": {"unused": "one province"}, "区": {"fact": "district"}}})";

struct Checked {
  json::Value report;
  std::string text;
  bool clean = false;
};

Checked check(MadeReader reader, const std::string& text = kMapping) {
  const auto mapping = Mapping::read(text, "", realCatalogue()->vocabulary());
  BOOST_REQUIRE(mapping.ok());
  BOOST_REQUIRE(reader.ok());
  MappingCheck made(*mapping, realCatalogue()->vocabulary(), *base::Date::parse("2026-11-25"),
                    (*reader)->columns());
  Block block;
  while (true) {
    const auto read = (*reader)->next(block);
    made.add(block);
    if (!read.ok() || !*read) break;
  }
  return {parse(made.report()), made.report(), made.isClean()};
}

}  // namespace

BOOST_AUTO_TEST_SUITE(Check)

BOOST_AUTO_TEST_CASE(what_a_mapping_does_not_know_is_counted) {
  const Checked checked =
      check(readCsv(sourceOf("人数,控股,名称,省,新\n"
                             "1,国,甲,x,y\n"
                             "二,民,乙,x,y\n"
                             ",民,,x,y\n"
                             "4,私,丙,x,y\n"
                             "5,丁\n")));
  BOOST_TEST(!checked.clean);
  const json::Value& report = checked.report;
  BOOST_TEST(textAt(report, "/rows") == "5");
  BOOST_TEST(textAt(report, "/refused/0/code") == "too_few_cells");
  BOOST_TEST(textAt(report, "/refused/0/first_line") == "6");
  BOOST_TEST(textAt(report, "/unknown_columns/0") == "新");
  BOOST_TEST(textAt(report, "/missing_columns/0") == "区");
  const json::Value& people = at(report, "/columns/0");
  BOOST_TEST(textAt(people, "/fact") == "employees");
  BOOST_TEST(textAt(people, "/filled") == "2");
  BOOST_TEST(textAt(people, "/empty") == "1");
  BOOST_TEST(textAt(people, "/refused") == "1");
  BOOST_TEST(textAt(people, "/refused_share") == "20");
  BOOST_TEST(textAt(people, "/values/0/value") == "`二`");
  const json::Value& owner = at(report, "/columns/1");
  BOOST_TEST(textAt(owner, "/values/0/value") == "`民`");
  BOOST_TEST(textAt(owner, "/values/0/count") == "2");
  BOOST_TEST(textAt(owner, "/values/0/share") == "40");
  BOOST_TEST(textAt(owner, "/values/0/first_line") == "3");
  BOOST_TEST(textAt(owner, "/values/1/value") == "`私`");
  const auto& never = at(report, "/facts_never_filled").elements;
  const auto is_never = [&](std::string_view fact) {
    return std::any_of(never.begin(), never.end(),
                       [&](const json::Value& value) { return value.text == fact; });
  };
  BOOST_TEST(is_never("district"));
  BOOST_TEST(is_never("honours"));
  BOOST_TEST(!is_never("employees"));
}

BOOST_AUTO_TEST_CASE(texts_of_companies_are_not_repeated) {
  const std::string secret = "秘密公司" + std::string(300, 'x');
  const Checked checked =
      check(readCsv(sourceOf("人数,控股,名称,省,区\n1,国," + secret + ",秘密省,360702\n")));
  BOOST_TEST(checked.text.find("秘密") == std::string::npos);
  BOOST_TEST(textAt(checked.report, "/columns/2/faults/0/code") == "too_long");
}

BOOST_AUTO_TEST_CASE(a_mapping_that_fits_is_clean) {
  BOOST_TEST(check(readCsv(sourceOf("人数,控股,名称,省,区\n1,国,甲,x,360702\n,,,,\n"))).clean);
}

BOOST_AUTO_TEST_CASE(many_values_take_a_bounded_place) {
  std::string rows = "人数,控股,名称,省,区\n";
  for (int i = 0; i < 3000; ++i) rows += "1,无" + std::to_string(i) + ",甲,x,360702\n";
  const Checked checked = check(readCsv(sourceOf(rows, 1 << 16)));
  BOOST_TEST(at(checked.report, "/columns/1/values").elements.size() == 20U);
  BOOST_TEST(textAt(checked.report, "/columns/1/other_values") == "2980");
}

BOOST_AUTO_TEST_CASE(lines_of_json_are_checked_too) {
  const Checked checked =
      check(readLines(sourceOf("{\"人数\":1,\"控股\":null,\"新\":1}\n[]\n{\n{\"人数\":true}\n")));
  BOOST_TEST(!checked.clean);
  BOOST_TEST(textAt(checked.report, "/rows") == "4");
  BOOST_TEST(textAt(checked.report, "/refused/0/code") == "syntax");
  BOOST_TEST(textAt(checked.report, "/refused/1/code") == "wrong_type");
  BOOST_TEST(textAt(checked.report, "/unknown_columns/0") == "新");
  BOOST_TEST(textAt(checked.report, "/columns/0/values/0/value") == "`true`");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::registry::test

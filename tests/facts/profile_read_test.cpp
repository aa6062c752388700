#include <algorithm>
#include <ostream>
#include <string>

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "policycalc/facts/profile.h"
#include "policycalc/json/writer.h"

#include "facts/json_text.h"
#include "facts/real_facts.h"

namespace policycalc::test {

namespace {

std::string issuesOf(std::string_view text, const std::string& pointer = "/profile") {
  const auto profile = facts::readProfile(parse(text), realFacts().vocabulary, pointer);
  if (profile.ok()) return "";
  BOOST_TEST(worded(profile.error()));
  return listed(profile.error());
}

std::string repeated(std::string_view text, int times) {
  std::string all;
  for (int i = 0; i < times; ++i) all += text;
  return all;
}

struct Row {
  std::string fact;
  std::string value;  ///< as JSON
  std::string issue;  ///< pointer below the fact and code; empty: accepted
};
std::ostream& operator<<(std::ostream& out, const Row& row) {
  return out << row.fact << " " << row.value.substr(0, 60);
}

const Row kTexts[] = {
    {"company_name", R"("赣州某公司")", ""},
    {"company_name", R"(" ")", ""},
    {"company_name", "null", ""},
    {"company_name", R"("")", " empty_text"},
    {"company_name", "\"" + repeated("字", 200) + "\"", ""},
    {"company_name", "\"" + repeated("字", 201) + "\"", " too_long"},
    {"company_name", "\"" + repeated("😀", 200) + "\"", ""},  // characters, not bytes
    {"company_name", "\"" + repeated("😀", 201) + "\"", " too_long"},
    {"company_name", "\"" + repeated("a", 201) + "\"", " too_long"},
    {"company_name", R"("a\u0000b")", " control_character"},
    {"company_name", R"("a\nb")", " control_character"},
    {"company_name", R"("a\u001fb")", " control_character"},
    {"company_name", R"("a\u007fb")", " control_character"},
    {"company_name", "1", " wrong_type"},
    {"company_name", "true", " wrong_type"},
    {"company_name", R"(["a"])", " wrong_type"},
    {"company_name", R"({"a": 1})", " wrong_type"},
    {"credit_code", R"("91512081MA62K0260F")", ""},  // a warning, never refused
    {"industry_code", R"("C3985")", ""},
    {"industry_code", R"("c 39－85")", ""},
    {"industry_code", R"("")", " empty_text"},
    {"industry_code", R"("C39\n")", " control_character"},
    {"industry_code", "3985", " wrong_type"},
    {"industry_code", R"("C39851")", " malformed"},
    {"industry_code", R"("工业")", " malformed"},
};

const Row kOptions[] = {
    {"loan_need", "true", ""},
    {"loan_need", "false", ""},
    {"loan_need", R"("true")", " wrong_type"},
    {"loan_need", "1", " wrong_type"},
    {"loan_need", "[]", " wrong_type"},
    {"entity_type", R"("company")", ""},
    {"entity_type", R"("Company")", " unknown_option"},
    {"entity_type", R"("")", " unknown_option"},
    {"entity_type", R"(["company"])", " wrong_type"},
    {"entity_type", "0", " wrong_type"},
    {"quality_awards", "[]", ""},
    {"quality_awards", R"(["china_quality_award", "jinggang_quality_award"])", ""},
    {"quality_awards", R"("china_quality_award")", " wrong_type"},
    {"quality_awards", R"({"china_quality_award": true})", " wrong_type"},
    {"quality_awards", R"(["nobel_prize"])", "/0 unknown_option"},
    {"quality_awards", R"(["china_quality_award", "china_quality_award"])", "/1 duplicate_option"},
    {"quality_awards", R"(["china_quality_award", null])", "/1 wrong_type"},
    {"quality_awards", R"([["china_quality_award"]])", "/0 wrong_type"},
};

const Row kNumbers[] = {
    {"employees", "0", ""},
    {"employees", "-0", ""},  // zero
    {"employees", "45", ""},
    {"employees", "45.0", ""},
    {"employees", "1e3", ""},
    {"employees", "9223372036854775807", ""},
    {"employees", "9223372036854775808", " out_of_range"},
    {"employees", "1e38", " out_of_range"},
    {"employees", "45.5", " too_many_decimals"},
    {"employees", "1e-60", " too_many_decimals"},
    {"employees", "-1", " negative"},
    {"employees", R"("45")", " wrong_type"},
    {"employees", "true", " wrong_type"},
    {"employees", "[45]", " wrong_type"},
    {"annual_revenue", "0", ""},
    {"annual_revenue", "0.01", ""},
    {"annual_revenue", "0.001", " too_many_decimals"},
    {"annual_revenue", "0.010", ""},
    {"annual_revenue", R"("3000000.01")", ""},
    {"annual_revenue", R"("0.001")", " too_many_decimals"},
    {"annual_revenue", "92233720368547758.07", ""},
    {"annual_revenue", "92233720368547758.08", " out_of_range"},
    {"annual_revenue", "9000000000000000000", " out_of_range"},
    {"annual_revenue", "-0.01", " negative"},
    {"annual_revenue", R"("-5")", " negative"},
    {"annual_revenue", R"("")", " malformed"},
    {"annual_revenue", R"("NaN")", " malformed"},
    {"annual_revenue", R"("Infinity")", " malformed"},
    {"annual_revenue", R"("1e5")", " malformed"},
    {"annual_revenue", R"("+5")", " malformed"},
    {"annual_revenue", R"("--5")", " malformed"},
    {"annual_revenue", R"("5.")", " malformed"},
    {"annual_revenue", R"(".5")", " malformed"},
    {"annual_revenue", R"("1.2.3")", " malformed"},
    {"annual_revenue", R"("0x10")", " malformed"},
    {"annual_revenue", R"("１００")", " malformed"},
    {"annual_revenue", R"("1,000")", " malformed"},
    {"annual_revenue", R"(" 5")", " malformed"},
    {"annual_revenue", R"("300万")", " malformed"},
    {"annual_revenue", "\"" + repeated("9", 5000) + "\"", " out_of_range"},
    {"annual_revenue", "[1]", " wrong_type"},
    {"annual_revenue", "false", " wrong_type"},
    {"bank_npl_ratio", "0", ""},
    {"bank_npl_ratio", "1.2345", ""},
    {"bank_npl_ratio", "1.23456", " too_many_decimals"},
    {"bank_npl_ratio", "100", ""},
    {"bank_npl_ratio", "100.0001", " out_of_range"},
    {"bank_npl_ratio", "-0.0001", " negative"},
    {"bank_npl_ratio", R"("2.5")", ""},
    {"bank_npl_ratio", R"("2.5%")", " malformed"},
};

void check(const Row& row) {
  const std::string expected = row.issue.empty() ? "" : "1 /profile/" + row.fact + row.issue;
  BOOST_TEST(issuesOf("{\"" + row.fact + "\": " + row.value + "}") == expected);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(ReadProfile)

BOOST_DATA_TEST_CASE(texts, kTexts, row) {
  check(row);
}
BOOST_DATA_TEST_CASE(options, kOptions, row) {
  check(row);
}
BOOST_DATA_TEST_CASE(numbers, kNumbers, row) {
  check(row);
}

// The JSON reader already refuses such numbers; values made in another way are refused here.
BOOST_AUTO_TEST_CASE(a_number_beyond_all_range_is_refused_by_itself) {
  json::Value profile = parse(R"({"annual_revenue": 1, "employees": 1})");
  for (json::Member& member : profile.members) member.value.text = "1e400";
  const auto read = facts::readProfile(profile, realFacts().vocabulary, "");
  BOOST_REQUIRE(!read.ok());
  BOOST_TEST(listed(read.error()) == "1 /annual_revenue out_of_range\n1 /employees out_of_range");
}

BOOST_AUTO_TEST_CASE(all_faults_are_named_at_once) {
  BOOST_TEST(issuesOf(R"({
    "employees": "many",
    "no_such_fact": 1,
    "quality_awards": ["x", "china_quality_award", "china_quality_award", 3],
    "annual_revenue": -1,
    "entity_type": "company",
    "a/b~c": null
  })") == "2 /profile/employees wrong_type\n"
          "3 /profile/no_such_fact unknown_fact\n"
          "4 /profile/quality_awards/0 unknown_option\n"
          "4 /profile/quality_awards/2 duplicate_option\n"
          "4 /profile/quality_awards/3 wrong_type\n"
          "5 /profile/annual_revenue negative\n"
          "7 /profile/a~1b~0c unknown_fact");
}

BOOST_AUTO_TEST_CASE(a_profile_is_an_object) {
  for (const char* text : {"[]", "null", "\"company\"", "1", "true"}) {
    BOOST_TEST(issuesOf(text) == "1 /profile wrong_type");
  }
  BOOST_TEST(issuesOf("{}") == "");
  BOOST_TEST(issuesOf(R"({"x": 1})", "") == "1 /x unknown_fact");
}

BOOST_AUTO_TEST_CASE(the_message_names_fact_and_value) {
  const auto read =
      facts::readProfile(parse(R"({"entity_type": "firm"})"), realFacts().vocabulary, "");
  BOOST_REQUIRE(!read.ok());
  BOOST_TEST(read.error().front().message.find("`firm`") != std::string::npos);
  BOOST_TEST(read.error().front().message.find("`entity_type`") != std::string::npos);
  BOOST_TEST(read.error().front().column == 17);
}

BOOST_AUTO_TEST_CASE(values_are_exact) {
  const facts::Profile profile = profileOf(
      R"({"employees": 45.0, "annual_revenue": "3000000.01", "total_assets": 1e6,
          "bank_npl_ratio": 1.2345, "entity_type": "partnership", "loan_need": true,
          "quality_awards": ["jinggang_quality_award", "china_quality_award"],
          "company_name": "甲", "procurement_budget": null})");
  BOOST_TEST(profile[factIndex("employees")].number == 45);
  BOOST_TEST(profile[factIndex("annual_revenue")].number == 300000001);
  BOOST_TEST(profile[factIndex("total_assets")].number == 100000000);
  BOOST_TEST(profile[factIndex("bank_npl_ratio")].number == 12345);
  BOOST_TEST((profile[factIndex("entity_type")].options == facts::OptionSet::of(2)));
  BOOST_TEST((profile[factIndex("loan_need")].options == facts::kTrue));
  const facts::OptionSet awards = facts::OptionSet::of(0) | facts::OptionSet::of(2);
  BOOST_TEST((profile[factIndex("quality_awards")].options == awards));
  BOOST_TEST(profile[factIndex("company_name")].text == "甲");
  BOOST_TEST(!profile[factIndex("procurement_budget")].known);
  BOOST_TEST(!profile[factIndex("district")].known);
}

// A code is stored and returned as the standard prints it, however it was typed.
BOOST_AUTO_TEST_CASE(an_industry_code_is_kept_in_the_form_of_the_standard) {
  for (const char* typed :
       {"c3985", "Ｃ３９８５", "C 3985", "c39-85", "C3985", "C\u00A039\u200B85"}) {
    const auto profile = profileOf(R"({"industry_code": ")" + std::string(typed) + "\"}");
    BOOST_TEST(profile[factIndex("industry_code")].text == "C3985", typed);
    json::Writer writer;
    facts::writeProfile(writer, profile, realFacts().vocabulary);
    BOOST_TEST(writer.take() == R"({"industry_code":"C3985"})", typed);
  }
}

// null is unknown, an empty list is an answer.
BOOST_AUTO_TEST_CASE(null_and_empty_list_differ) {
  BOOST_TEST(profileOf(R"({"quality_awards": []})")[factIndex("quality_awards")].known);
  BOOST_TEST(!profileOf(R"({"quality_awards": null})")[factIndex("quality_awards")].known);
}

BOOST_AUTO_TEST_CASE(a_hundred_faults_are_listed_and_the_rest_is_counted) {
  for (const int faults : {99, 100, 101, 9000}) {
    std::string options = "{\"quality_awards\":[\"no\"";
    for (int i = 1; i < faults; ++i) options += ",\"no\"";
    std::string facts = "{\"no0\":1";
    for (int i = 1; i < faults; ++i) facts += ",\"no" + std::to_string(i) + "\":1";
    for (const std::string& text : {options + "]}", facts + "}"}) {
      const auto profile = facts::readProfile(parse(text), realFacts().vocabulary, "/profile");
      BOOST_REQUIRE(!profile.ok());
      BOOST_TEST(profile.error().size() == static_cast<std::size_t>(std::min(faults, 100)));
      BOOST_TEST(profile.error().omitted() == static_cast<std::size_t>(std::max(faults - 100, 0)));
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::test

#include "policycalc/registry/mapping.h"

#include <fstream>
#include <iterator>
#include <ostream>

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "support/real_policies.h"

namespace policycalc::registry::test {
namespace {

using policycalc::test::realCatalogue;

const facts::Vocabulary& vocabulary() {
  return realCatalogue()->vocabulary();
}

/// `code pointer` of the only issue, "" if there is none.
std::string faultOf(const std::string& text) {
  const auto mapping = Mapping::read(text, "m.json", vocabulary());
  if (mapping.ok()) return "";
  BOOST_TEST(mapping.error().size() == 1U, text << " has several issues");
  const base::Issue& issue = mapping.error().front();
  BOOST_TEST(issue.file == "m.json");
  BOOST_TEST(issue.line > 0);
  return issue.code + " " + issue.pointer;
}

struct Bad {
  const char* columns;
  const char* fault;
};
std::ostream& operator<<(std::ostream& out, const Bad& bad) {
  return out << bad.columns;
}

const Bad kBad[] = {
    {R"("a": 1)", "wrong_type /columns/a"},
    {R"("a": {})", "missing_field /columns/a/fact"},
    {R"("a": {"fact": "employes"})", "unknown_fact /columns/a/fact"},
    {R"("a": {"fact": "employees", "facktor": 1})", "unknown_field /columns/a/facktor"},
    {R"("a": {"fact": "employees", "factor": 0})", "wrong_value /columns/a/factor"},
    {R"("a": {"fact": "employees", "factor": -1})", "wrong_value /columns/a/factor"},
    {R"("a": {"fact": "employees", "factor": "ten"})", "wrong_value /columns/a/factor"},
    {R"("a": {"fact": "ownership", "factor": 10})", "contradiction /columns/a/factor"},
    {R"("a": {"fact": "ownership", "separator": ";"})", "contradiction /columns/a/separator"},
    {R"("a": {"fact": "honours", "separator": " "})", "wrong_value /columns/a/separator"},
    {R"("a": {"fact": "ownership", "form": "district"})", "contradiction /columns/a/form"},
    {R"("a": {"fact": "district", "form": "city"})", "wrong_value /columns/a/form"},
    {R"("a": {"fact": "employees", "days": {"before": 1, "from": 2}})",
     "contradiction /columns/a/days"},
    {R"("a": {"fact": "exporter", "days": {"before": true}})",
     "missing_field /columns/a/days/from"},
    {R"("a": {"fact": "ownership", "values": {"x": "privat"}})",
     "unknown_option /columns/a/values/x"},
    {R"x("a": {"fact": "ownership", "values": {"(x)": "private", "（x）": "foreign"}})x",
     "contradiction /columns/a/values/（x）"},
    {R"("a": {"fact": "ownership", "otherwise": "private"})", "wrong_value /columns/a/otherwise"},
    {R"("a": {"fact": "employees"}, "b": {"fact": "employees"})", "contradiction /columns/b/fact"},
    {R"("a": [{"fact": "employees"}, {"fact": "employees"}])", "contradiction /columns/a/1/fact"},
    {R"("a": {"unused": "so", "fact": "employees"})", "contradiction /columns/a/unused"},
    {R"("a": {"unused": ""}, "a": {"fact": "employees"})", "duplicate_key /columns/a"},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(MappingFile)

BOOST_DATA_TEST_CASE(a_mapping_that_is_wrong_is_refused_with_its_place, kBad, bad) {
  BOOST_TEST(faultOf("{\"columns\": {" + std::string(bad.columns) + "}}") == bad.fault);
}

BOOST_AUTO_TEST_CASE(its_frame_is_checked) {
  BOOST_TEST(faultOf("[]") == "wrong_type ");
  BOOST_TEST(faultOf("{") == "syntax ");
  BOOST_TEST(faultOf("{}") == "missing_field /columns");
  BOOST_TEST(faultOf(R"({"columns": {}, "kye": "a"})") == "unknown_field /kye");
  BOOST_TEST(faultOf(R"({"columns": {}, "other_columns": "drop"})") ==
             "wrong_value /other_columns");
  BOOST_TEST(faultOf(R"({"columns": {}, "constants": {"employes": 1}})") ==
             "unknown_fact /constants/employes");
  BOOST_TEST(faultOf(R"({"columns": {}, "constants": {"employees": "1"}})") ==
             "wrong_type /constants/employees");
  BOOST_TEST(
      faultOf(R"({"columns": {"a": {"fact": "employees"}}, "constants": {"employees": 1}})") ==
      "contradiction /constants/employees");
}

BOOST_AUTO_TEST_CASE(two_spellings_of_one_meaning_are_no_contradiction) {
  BOOST_TEST(faultOf(R"x({"columns": {"a": {"fact": "ownership",)x"
                     R"x("values": {"(x)": "private", "（x）": "private"}}}})x") == "");
}

BOOST_AUTO_TEST_CASE(columns_are_compared_with_those_of_the_input) {
  const auto mapping = Mapping::read(
      R"({"key": "k", "columns": {"a": {"fact": "employees"}, "b": {"unused": "so"}}})", "",
      vocabulary());
  BOOST_REQUIRE(mapping.ok());
  BOOST_TEST(mapping->check({"a", "b", "k"}, "k").empty());
  BOOST_TEST(mapping->check({"a", "z"}, "z").empty());
  const base::Issues issues = mapping->check({"b", "c"}, "k");
  BOOST_REQUIRE(issues.size() == 3U);
  BOOST_TEST(issues[0].code == "unknown_column");
  BOOST_TEST(issues[1].code == "missing_column");
  BOOST_TEST(issues[2].code == "missing_column");
}

BOOST_AUTO_TEST_CASE(other_columns_may_be_unused) {
  const auto mapping = Mapping::read(
      R"({"columns": {"a": {"fact": "employees"}}, "other_columns": "unused"})", "", vocabulary());
  BOOST_REQUIRE(mapping.ok());
  BOOST_TEST(mapping->check({"a", "z"}, "").empty());
}

BOOST_AUTO_TEST_CASE(columns_named_like_facts_need_no_mapping) {
  const Mapping mapping = Mapping::ofFacts({"firm", "employees", "x"}, "firm", vocabulary());
  BOOST_TEST(mapping.rules().size() == 1U);
  BOOST_TEST(mapping.unmapped({"firm", "employees", "x"}) == std::vector<std::string>{"x"},
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::registry::test

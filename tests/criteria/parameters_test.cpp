#include "policycalc/criteria/parameters.h"

#include <ostream>
#include <string>

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "criteria/small_symbols.h"
#include "facts/json_text.h"

namespace policycalc::test {

namespace {

std::string issuesOf(const std::string& text) {
  base::Issues issues;
  const json::Value document = parse(text);
  const json::IssueSink sink{"parameters.json", issues};
  json::Decoder root(document, "", sink);
  criteria::Parameters::load(root);
  BOOST_TEST(worded(issues));
  return listed(issues);
}

struct Row {
  const char* from;
  const char* to;
  const char* issues;
};
std::ostream& operator<<(std::ostream& out, const Row& row) {
  return out << row.to;
}

const Row kFaults[] = {
    {R"("id": "share")", R"("id": "ceiling")", "4 /parameters/1/id duplicate_id"},
    {R"("id": "share")", R"("name": "share")",
     "4 /parameters/1/id missing_field\n4 /parameters/1/name unknown_field"},
    {R"("label": "参数share")", R"("label": "")", "4 /parameters/1/label wrong_value"},
    {R"("unit": "person")", R"("unit": "people")", "7 /parameters/4/unit wrong_value"},
    {R"("value": 10.005)", R"("value": "10.005")", "10 /parameters/7/values/0/value wrong_type"},
    {R"("value": 10.005)", R"("value": -10)", "10 /parameters/7/values/0/value wrong_value"},
    {R"("from": "2025-01-01")", R"("from": "2025-02-29")",
     "12 /parameters/9/values overlapping_periods\n"
     "13 /parameters/9/values/0/from wrong_value"},
    {R"("to": "2025-12-31")", R"("to": "2024-12-31")", "13 /parameters/9/values/0/to empty_period"},
    {R"("to": "2024-12-31")", R"("to": "2025-01-01")",
     "12 /parameters/9/values overlapping_periods"},
    {R"("to": "2024-12-31")", R"("to": null)", "12 /parameters/9/values overlapping_periods"},
    {R"("to": "2024-12-31")", R"("to": "2024-12-30")",
     "12 /parameters/9/values hole_between_periods"},
    {R"("clause": "b" })", R"("clause": "b", "page": 3 })",
     "14 /parameters/9/values/1/source/page unknown_field"},
    {R"("cell": 2, "clause": "b")", R"("cell": 2.5, "clause": "b")",
     "14 /parameters/9/values/1/source/cell wrong_value"},
    {R"("parameters": [)", R"("more": 1, "parameters": [)", "2 /more unknown_field"},
    {R"("parameters": [)", R"("figures": [)",
     "1 /parameters missing_field\n2 /figures unknown_field"},
};

struct Day {
  const char* day;
  const char* value;
};
std::ostream& operator<<(std::ostream& out, const Day& row) {
  return out << row.day;
}

const Day kDays[] = {{"2023-12-31", ""},    {"2024-01-01", "100"}, {"2024-12-31", "100"},
                     {"2025-01-01", "200"}, {"2025-12-31", "200"}, {"2026-01-01", ""}};

}  // namespace

BOOST_AUTO_TEST_SUITE(LoadParameters)

BOOST_AUTO_TEST_CASE(the_small_parameters_are_sound) {
  BOOST_TEST(issuesOf(smallParameters()) == "");
}

BOOST_DATA_TEST_CASE(each_fault_has_code_and_place, kFaults, row) {
  BOOST_TEST(issuesOf(replaced(smallParameters(), row.from, row.to)) == row.issues);
}

BOOST_AUTO_TEST_CASE(a_parameter_has_a_value) {
  BOOST_TEST(issuesOf(R"({ "parameters": [{ "id": "a", "label": "a", "unit": "CNY", "values": [],
      "last_checked": "2026-11-25" }] })") == "1 /parameters/0/values wrong_value");
}

BOOST_DATA_TEST_CASE(first_and_last_day_count, kDays, row) {
  const auto& parameter = smallSymbols().parameters[*smallSymbols().parameters.find("dated")];
  const auto* period = parameter.at(dateOf(row.day));
  BOOST_TEST((period == nullptr ? "" : period->value.toString()) == row.value);
}

BOOST_AUTO_TEST_CASE(periods_are_sorted_and_keep_their_source) {
  const auto& parameter = smallSymbols().parameters[*smallSymbols().parameters.find("dated")];
  BOOST_REQUIRE(parameter.periods.size() == 2U);
  BOOST_TEST(parameter.periods[0].from.toString() == "2024-01-01");
  BOOST_TEST(parameter.periods[0].source.cell == 2);
  BOOST_TEST(parameter.periods[0].note == "先");
  BOOST_TEST(parameter.periods[0].pointer == "/parameters/9/values/1");
  BOOST_TEST(parameter.periods[1].source.item == 0);
  BOOST_TEST(!smallSymbols().parameters.find("roof").has_value());
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::test

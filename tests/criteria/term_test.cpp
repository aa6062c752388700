#include "policycalc/criteria/term.h"

#include <ostream>
#include <string>
#include <vector>

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "criteria/small_symbols.h"
#include "facts/json_text.h"

namespace policycalc::test {
using criteria::Quantity;

namespace {

struct Row {
  const char* term;
  const char* value;
};
std::ostream& operator<<(std::ostream& out, const Row& row) {
  return out << row.term;
}

constexpr const char* kProfile = R"({"budget": 3000000.01, "ratio": 1.5, "employees": 7})";

const Row kValues[] = {
    {"12.5", "12.5"},
    {R"({ "parameter": "ceiling" })", "2000000"},
    {R"({ "fact": "budget" })", "3000000.01"},
    {R"({ "fact": "ratio" })", "1.5"},
    {R"({ "fact": "employees" })", "7"},
    {R"({ "fact": "total_assets" })", "nothing"},
    {R"({ "sum": [{ "fact": "budget" }, { "parameter": "ceiling" }, 0.001] })", "5000000.011"},
    {R"({ "difference": [{ "parameter": "ceiling" }, { "fact": "budget" }] })", "-1000000.01"},
    {R"({ "sum": [{ "fact": "budget" }, { "fact": "total_assets" }] })", "nothing"},
    {R"({ "sum": [{ "fact": "ratio" }, { "parameter": "points" }] })", "4.5"},
    // Shares scale a product at any position and stay exact.
    {R"({ "product": [{ "fact": "budget" }, { "parameter": "share" }] })", "1200000.004"},
    {R"({ "product": [{ "parameter": "share" }, { "fact": "budget" }] })", "1200000.004"},
    {R"({ "product": [{ "fact": "budget" }, { "parameter": "share" }, { "parameter": "second" }] })",
     "840000.0028"},
    {R"({ "product": [{ "parameter": "share" }, { "fact": "budget" }, { "parameter": "second" }] })",
     "840000.0028"},
    {R"({ "product": [{ "parameter": "share" }, { "parameter": "second" }, { "fact": "budget" }] })",
     "840000.0028"},
    {R"({ "product": [{ "parameter": "share" }, { "parameter": "second" }] })", "28"},
    {R"({ "product": [{ "parameter": "share" }, { "parameter": "second" }, { "parameter": "share" }] })",
     "11.2"},
    {R"({ "product": [{ "parameter": "staff" }, { "parameter": "share" }] })", "8"},
    {R"({ "product": [{ "product": [{ "parameter": "share" }, { "parameter": "second" }] }, { "fact": "budget" }] })",
     "840000.0028"},
    {R"({ "product": [{ "sum": [{ "fact": "budget" }, 1] }, { "sum": [{ "parameter": "share" }, { "parameter": "points" }] }] })",
     "1290000.4343"},
    // The smaller one at any position; one unknown part leaves it open.
    {R"({ "least": [{ "fact": "ratio" }, { "parameter": "points" }] })", "1.5"},
    {R"({ "least": [{ "parameter": "points" }, { "fact": "ratio" }] })", "1.5"},
    {R"({ "least": [{ "fact": "budget" }, { "parameter": "ceiling" }, 2000000.01] })", "2000000"},
    {R"({ "least": [100, { "sum": [{ "fact": "ratio" }, { "parameter": "points" }] }] })", "4.5"},
    {R"({ "least": [4.5, { "sum": [{ "fact": "ratio" }, { "parameter": "points" }] }] })", "4.5"},
    {R"({ "least": [4.4, { "sum": [{ "fact": "ratio" }, { "parameter": "points" }] }] })", "4.4"},
    {R"({ "least": [{ "fact": "budget" }, { "fact": "total_assets" }] })", "nothing"},
    {R"({ "least": [0, { "fact": "total_assets" }] })", "nothing"},
    {R"({ "difference": [{ "least": [100, { "sum": [{ "fact": "ratio" }, 99] }] }, { "fact": "ratio" }] })",
     "98.5"},
    // A bare number counts what its neighbours count.
    {R"({ "sum": [1, { "fact": "ratio" }] })", "2.5"},
    {R"({ "sum": [{ "fact": "employees" }, 1] })", "8"},
    {R"({ "product": [{ "parameter": "share" }, 50] })", "20"},
    {R"({ "product": [50, { "parameter": "share" }] })", "20"},
    {R"({ "sum": [{ "parameter": "vast" }, { "parameter": "vast" }] })",
     "20000000000000000000000000000000000000"},
};

const Row kOverflows[] = {
    {R"({ "product": [{ "parameter": "vast" }, { "parameter": "share" }, { "parameter": "share" }] })",
     ""},
    {R"({ "sum": [{ "parameter": "vast" }, { "parameter": "fine" }] })", ""},
};

struct Fault {
  const char* term;
  const char* issue;
};
std::ostream& operator<<(std::ostream& out, const Fault& row) {
  return out << row.term;
}

const Fault kFaults[] = {
    {R"("200")", "1 /t wrong_type"},
    {"null", "1 /t wrong_type"},
    {"[]", "1 /t wrong_type"},
    {"{}", "1 /t wrong_type"},
    {R"({ "parameter": "ceiling", "fact": "budget" })", "1 /t wrong_type"},
    {R"({ "quotient": [1, 2] })", "1 /t/quotient unknown_field"},
    {R"({ "parameter": "roof" })", "1 /t/parameter unknown_parameter"},
    {R"({ "parameter": 5 })", "1 /t/parameter unknown_parameter"},
    {R"({ "fact": "turnover" })", "1 /t/fact unknown_fact"},
    {R"({ "fact": ["budget"] })", "1 /t/fact unknown_fact"},
    {R"({ "fact": "district" })", "1 /t/fact wrong_type"},
    {R"({ "fact": "credit_code" })", "1 /t/fact wrong_type"},
    {R"({ "sum": [1] })", "1 /t/sum wrong_value"},
    {R"({ "sum": 1 })", "1 /t/sum wrong_value"},
    {R"({ "sum": { "a": 1 } })", "1 /t/sum wrong_value"},
    {R"({ "difference": [1, 2, 3] })", "1 /t/difference wrong_value"},
    {R"({ "difference": [1] })", "1 /t/difference wrong_value"},
    {R"({ "product": [] })", "1 /t/product wrong_value"},
    {R"({ "sum": [{ "fact": "budget" }, { "fact": "ratio" }] })", "1 /t/sum unit_mismatch"},
    {R"({ "difference": [{ "fact": "employees" }, { "parameter": "years" }] })",
     "1 /t/difference unit_mismatch"},
    {R"({ "sum": [{ "parameter": "days" }, { "parameter": "years" }] })", "1 /t/sum unit_mismatch"},
    {R"({ "product": [{ "fact": "budget" }, { "fact": "annual_revenue" }] })",
     "1 /t/product unit_mismatch"},
    {R"({ "product": [{ "fact": "budget" }, { "parameter": "staff" }] })",
     "1 /t/product unit_mismatch"},
    {R"({ "product": [{ "fact": "budget" }, 0.4] })", "1 /t/product unit_mismatch"},
    {R"({ "least": [1] })", "1 /t/least wrong_value"},
    {R"({ "least": 1 })", "1 /t/least wrong_value"},
    {R"({ "least": [{ "fact": "budget" }, { "fact": "ratio" }] })", "1 /t/least unit_mismatch"},
    {R"({ "least": [1, { "fact": "budget" }, { "fact": "ratio" }] })", "1 /t/least unit_mismatch"},
    {R"({ "least": [1, { "fact": "turnover" }] })", "1 /t/least/1/fact unknown_fact"},
    // All faults are reported.
    {R"({ "sum": [{ "parameter": "a" }, { "sum": [1, { "fact": "b" }] }, { "parameter": "c" }] })",
     "1 /t/sum/0/parameter unknown_parameter\n1 /t/sum/1/sum/1/fact unknown_fact\n"
     "1 /t/sum/2/parameter unknown_parameter"},
};

std::string describe(const char* term, const char* profile = nullptr,
                     const char* day = "2024-06-01") {
  if (profile == nullptr) {
    return criteria::describe(termOf(term), smallSymbols(), dateOf(day), nullptr);
  }
  const facts::Knowledge knowledge = smallKnowledge(profile);
  return criteria::describe(termOf(term), smallSymbols(), dateOf(day), &knowledge);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(Terms)

BOOST_DATA_TEST_CASE(values_are_exact, kValues, row) {
  BOOST_TEST(valueOf(row.term, kProfile) == row.value);
}

BOOST_DATA_TEST_CASE(overflow_is_an_error_and_no_wrong_figure, kOverflows, row) {
  BOOST_TEST(valueOf(row.term, kProfile) == "overflow");
}

BOOST_DATA_TEST_CASE(each_fault_has_code_and_place, kFaults, row) {
  base::Issues issues;
  const json::IssueSink sink{"test.json", issues};
  const auto term = criteria::loadTerm(parse(row.term), "/t", smallSymbols(), {}, sink);
  BOOST_TEST(!term.has_value());
  BOOST_TEST(listed(issues) == row.issue);
  BOOST_TEST(worded(issues));
}

BOOST_AUTO_TEST_CASE(a_figure_beyond_38_digits_is_refused) {
  json::Value value = parse("1");
  value.text = "1e99";
  base::Issues issues;
  const json::IssueSink sink{"test.json", issues};
  BOOST_TEST(!criteria::loadTerm(value, "/t", smallSymbols(), {}, sink).has_value());
  BOOST_TEST(listed(issues) == "1 /t wrong_value");
}

BOOST_AUTO_TEST_CASE(a_dated_figure_is_missing_outside_its_periods) {
  const auto on = [](const char* day) { return valueOf(R"({ "parameter": "dated" })", "{}", day); };
  BOOST_TEST(on("2023-12-31") == "nothing");
  BOOST_TEST(on("2024-01-01") == "100");
  BOOST_TEST(on("2024-12-31") == "100");
  BOOST_TEST(on("2025-01-01") == "200");
  BOOST_TEST(on("2025-12-31") == "200");
  BOOST_TEST(on("2026-01-01") == "nothing");
}

BOOST_AUTO_TEST_CASE(terms_know_their_quantity) {
  BOOST_TEST((termOf("5").quantity == Quantity::kMoney));
  BOOST_TEST((termOf(R"({ "parameter": "points" })").quantity == Quantity::kPercent));
  BOOST_TEST((termOf(R"({ "parameter": "days" })").quantity == Quantity::kDays));
  BOOST_TEST(
      (termOf(R"({ "product": [{ "parameter": "share" }, { "parameter": "staff" }] })").quantity ==
       Quantity::kPersons));
  BOOST_TEST(
      (termOf(R"({ "product": [{ "parameter": "share" }, { "parameter": "second" }] })").quantity ==
       Quantity::kPercent));
}

BOOST_AUTO_TEST_CASE(terms_know_their_parts) {
  const criteria::Term term = termOf(
      R"({ "sum": [{ "product": [{ "fact": "budget" }, { "parameter": "share" }] }, { "fact": "total_assets" }, 1] })");
  std::string facts;
  term.forEachFact(
      [&](facts::FactIndex fact) { facts += smallSymbols().vocabulary.fact(fact).id + " "; });
  BOOST_TEST(facts == "budget total_assets ");
  int parameters = 0;
  term.forEachParameter([&](criteria::ParameterIndex) { ++parameters; });
  BOOST_TEST(parameters == 1);
  BOOST_TEST(!term.isConstant());
  BOOST_TEST(termOf(R"({ "sum": [{ "parameter": "ceiling" }, 1] })").isConstant());
}

// At any position among its neighbours; without neighbours it is money.
BOOST_AUTO_TEST_CASE(a_bare_number_takes_the_quantity_of_its_neighbours) {
  BOOST_TEST((termOf("1").quantity == Quantity::kMoney));
  BOOST_TEST((termOf(R"({ "sum": [1, 2] })").quantity == Quantity::kMoney));
  for (const char* kind : {"sum", "difference", "least"}) {
    for (const char* operands : {R"([1, { "fact": "ratio" }])", R"([{ "fact": "ratio" }, 1])",
                                 R"([1, { "parameter": "points" }])"}) {
      const auto term = termOf(R"({ ")" + std::string(kind) + R"(": )" + operands + " }");
      BOOST_TEST((term.quantity == Quantity::kPercent), kind << operands);
    }
  }
  BOOST_TEST(
      (termOf(R"({ "least": [1, { "fact": "employees" }] })").quantity == Quantity::kPersons));
}

BOOST_AUTO_TEST_CASE(the_computation_in_words) {
  const char* product =
      R"({ "product": [{ "fact": "budget" }, { "parameter": "share" }, { "parameter": "second" }] })";
  BOOST_TEST(describe(product) == "预算 × 40% × 70%");
  BOOST_TEST(describe(product, R"({"budget": 5000000})") == "预算 500万元 × 40% × 70%");
  BOOST_TEST(describe(product, "{}") == "预算 × 40% × 70%");
  BOOST_TEST(
      describe(
          R"({ "difference": [{ "sum": [{ "fact": "other_ratio" }, { "parameter": "points" }] }, { "fact": "ratio" }] })",
          R"({"ratio": 1.25})") == "(总不良率 + 3个百分点) − 不良率 1.25%");
  const char* ceiling =
      R"({ "least": [100, { "sum": [{ "fact": "ratio" }, { "parameter": "points" }] }] })";
  BOOST_TEST(describe(ceiling) == "100% 与 (不良率 + 3个百分点) 中较小的");
  BOOST_TEST(describe(ceiling, R"({"ratio": 1.25})") ==
             "100% 与 (不良率 1.25% + 3个百分点) 中较小的");
  BOOST_TEST(describe("1999.99") == "1,999.99元");
  BOOST_TEST(describe(R"({ "parameter": "dated" })") == "100元");
  BOOST_TEST(describe(R"({ "parameter": "dated" })", nullptr, "2025-06-01") == "200元");
  BOOST_TEST(describe(R"({ "parameter": "dated" })", nullptr, "2026-06-01") == "分段");
}

BOOST_AUTO_TEST_CASE(quantities_in_words) {
  const auto text = [](const char* id) {
    const auto& parameter = smallSymbols().parameters[*smallSymbols().parameters.find(id)];
    return criteria::toChinese(parameter.periods.front().value, parameter.quantity,
                               parameter.percentage_points);
  };
  BOOST_TEST(text("ceiling") == "200万元");
  BOOST_TEST(text("share") == "40%");
  BOOST_TEST(text("points") == "3个百分点");
  BOOST_TEST(text("staff") == "20人");
  BOOST_TEST(text("years") == "3年");
  BOOST_TEST(text("days") == "30日");
  BOOST_TEST(text("fine") == "10.005元");
}

BOOST_AUTO_TEST_CASE(quantities_in_english) {
  const auto text = [](const char* id) {
    const auto& parameter = smallSymbols().parameters[*smallSymbols().parameters.find(id)];
    return criteria::toEnglish(parameter.periods.front().value, parameter.quantity,
                               parameter.percentage_points);
  };
  BOOST_TEST(text("ceiling") == "CNY 2,000,000");
  BOOST_TEST(text("share") == "40%");
  BOOST_TEST(text("points") == "3 percentage points");
  BOOST_TEST(text("staff") == "20 people");
  BOOST_TEST(text("years") == "3 years");
  BOOST_TEST(text("days") == "30 days");
  BOOST_TEST(text("fine") == "CNY 10.005");
}

BOOST_AUTO_TEST_CASE(one_in_english_and_years_of_the_calendar) {
  const auto text = [](int number, Quantity quantity, bool points = false) {
    return criteria::toEnglish(base::Decimal(number, 0), quantity, points);
  };
  BOOST_TEST(text(1, Quantity::kYears) == "1 year");
  BOOST_TEST(text(1, Quantity::kDays) == "1 day");
  BOOST_TEST(text(1, Quantity::kPersons) == "1 person");
  BOOST_TEST(text(1, Quantity::kPercent) == "1%");
  BOOST_TEST(text(1, Quantity::kPercent, true) == "1 percentage point");
  BOOST_TEST(text(0, Quantity::kDays) == "0 days");
  BOOST_TEST(text(1899, Quantity::kYears) == "1899 years");
  BOOST_TEST(text(1900, Quantity::kYears) == "1900");
  BOOST_TEST(text(2024, Quantity::kYears) == "2024");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::test

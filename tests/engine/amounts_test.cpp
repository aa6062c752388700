// Amounts of benefits, and which of them enter the totals.
#include <ostream>
#include <string>

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "engine/answers.h"

namespace policycalc::test {

namespace {

constexpr const char* kBudgetShare =
    R"({ "product": [{ "fact": "budget" }, { "parameter": "share" }] })";
constexpr const char* kNestedShare =
    R"({ "product": [{ "fact": "budget" }, { "parameter": "share" }, { "parameter": "second_share" }] })";
constexpr const char* kPrize = R"({ "parameter": "prize" })";
constexpr const char* kOddPrize = R"({ "parameter": "odd_prize" })";

std::string list(const std::string& benefit) {
  return "[" + benefit + "]";
}

MeasureText worth(const std::string& id, const std::string& benefits, const char* judged = "[]") {
  MeasureText measure{id};
  measure.benefits = benefits;
  measure.judged = judged;
  return measure;
}

std::string prize(const char* value) {
  return list(benefit("b", "award", "fixed", "CNY", "exact", value));
}

struct Row {
  const char* bound;
  const char* term;
  const char* budget;
  const char* amount;
};
std::ostream& operator<<(std::ostream& out, const Row& row) {
  return out << row.bound << " " << row.budget;
}

const Row kRounding[] = {
    // 3,000,000.01 × 40 % = 1,200,000.004: a minimum rounds up to the fen.
    {"at_least", kBudgetShare, "3000000.01", "computed 1200000.01"},
    {"at_most", kBudgetShare, "3000000.01", "computed 1200000"},
    {"exact", kBudgetShare, "3000000.01", "computed 1200000"},
    {"exact", kBudgetShare, "3000000.02", "computed 1200000.01"},  // .008
    // 3,000,000.01 × 40 % × 70 % = 840,000.0028; rounded once, at the end.
    {"at_least", kNestedShare, "3000000.01", "computed 840000.01"},
    {"at_most", kNestedShare, "3000000.01", "computed 840000"},
    {"at_least", kNestedShare, "2000000.01", "computed 560000.01"},  // .0028
    {"at_least", kBudgetShare, "2000000", "computed 800000"},
    {"at_least", kBudgetShare, "0", "computed 0"},
    {"at_least", kBudgetShare, "0.01", "computed 0.01"},
    {"at_most", kBudgetShare, "0.01", "computed 0"},
    {"at_least", kBudgetShare, "92233720368547758.07", "computed 36893488147419103.23"},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(Amounts)

BOOST_DATA_TEST_CASE(one_rounding_to_the_fen, kRounding, row) {
  const auto catalogue = loaded(smallPolicies(
      {worth("m", list(benefit("b", "procurement", "computed", "CNY", row.bound, row.term)))}));
  const Answer got =
      answer(catalogue, R"({"district": "here", "budget": )" + std::string(row.budget) + "}");
  BOOST_TEST(got.amounts("m") == row.amount);
}

BOOST_AUTO_TEST_CASE(each_status) {
  const std::string benefits =
      "[" + benefit("a", "award", "fixed", "CNY", "exact", kOddPrize) + "," +
      benefit("b", "procurement", "computed", "CNY", "at_least", kBudgetShare) + "," +
      benefit("c", "subsidy", "unstated", "CNY", "", "null") + "," +
      benefit("d", "service", "waived", "", "", "null") + "," +
      benefit("e", "service", "none", "", "", "null") + "]";
  const auto catalogue = loaded(smallPolicies({worth("m", benefits)}));
  BOOST_TEST(answer(catalogue, R"({"district": "here", "budget": 100})").amounts("m") ==
             "fixed 1000.01, computed 40, unstated, waived, none");
  // An amount whose facts are missing is unknown, never zero.
  BOOST_TEST(answer(catalogue, R"({"district": "here"})").amounts("m") ==
             "fixed 1000.01, unknown, unstated, waived, none");
}

BOOST_AUTO_TEST_CASE(the_formula_shows_its_figures) {
  const auto catalogue = loaded(smallPolicies({worth(
      "m", list(benefit("b", "procurement", "computed", "CNY", "at_least", kNestedShare)))}));
  BOOST_TEST(answer(catalogue, R"({"district": "here", "budget": 5000000})")
                 .of("m")
                 .amounts.front()
                 .formula == "预算 500万元 × 40% × 70% = 140万元");
  BOOST_TEST(answer(catalogue, R"({"district": "here"})").of("m").amounts.front().formula ==
             "预算 × 40% × 70%");
  const auto fixed = loaded(smallPolicies({worth("m", prize(kPrize))}));
  BOOST_TEST(answer(fixed, R"({"district": "here"})").of("m").amounts.front().formula == "");
}

BOOST_AUTO_TEST_CASE(figures_are_those_of_the_day) {
  const auto catalogue = loaded(smallPolicies({worth("m", prize(kPrize))}));
  const auto on = [&](const char* day) {
    return answer(catalogue, R"({"district": "here"})", day).amounts("m");
  };
  BOOST_TEST(on("2024-01-01") == "fixed 500000");
  BOOST_TEST(on("2025-12-31") == "fixed 500000");
  BOOST_TEST(on("2026-01-01") == "fixed 600000");
}

BOOST_AUTO_TEST_CASE(per_cents_are_amounts_too) {
  const char* ceiling = R"({ "sum": [{ "fact": "other_ratio" }, { "parameter": "tolerance" }] })";
  const char* headroom =
      R"({ "difference": [{ "sum": [{ "fact": "other_ratio" }, { "parameter": "tolerance" }] }, { "fact": "ratio" }] })";
  const auto catalogue = loaded(smallPolicies(
      {worth("m", "[" + benefit("c", "credit", "computed", "percent", "at_most", ceiling) + "," +
                      benefit("h", "credit", "computed", "percent", "exact", headroom) + "]")}));
  const Answer got =
      answer(catalogue, R"({"district": "here", "other_ratio": 1.2345, "ratio": 4})");
  BOOST_TEST(got.amounts("m") == "computed 4.2345, computed 0.2345");
  BOOST_TEST(got.of("m").amounts.front().formula == "总不良率 1.2345% + 3个百分点 = 4.2345%");
  BOOST_TEST(answer(catalogue, R"({"district": "here", "other_ratio": 1})").amounts("m") ==
             "computed 4, unknown");
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(Totals)

BOOST_AUTO_TEST_CASE(cash_of_eligible_and_of_conditional_measures_apart) {
  const auto catalogue =
      loaded(smallPolicies({worth("a", prize(kPrize)), worth("b", prize(kOddPrize)),
                            worth("c", prize(kPrize), kJudged)}));
  const engine::Totals totals = answer(catalogue, R"({"district": "here"})").match.totals;
  BOOST_TEST(totals.certain.toString() == "601000.01");
  BOOST_TEST(totals.conditional.toString() == "600000");
  BOOST_TEST(totals.certain_awards == 2);
  BOOST_TEST(totals.uncounted == 0);
}

BOOST_AUTO_TEST_CASE(open_and_refused_amounts_are_not_counted) {
  const auto catalogue = loaded(smallPolicies({worth("a", prize(kPrize))}));
  for (const char* profile : {"{}", R"({"district": "outside"})",
                              R"({"district": "here", "registration_status": "deregistered"})"}) {
    const engine::Totals totals = answer(catalogue, profile).match.totals;
    BOOST_TEST(totals.certain.toString() == "0");
    BOOST_TEST(totals.conditional.toString() == "0");
    BOOST_TEST(totals.certain_awards == 0);
  }
  const auto early = answer(catalogue, R"({"district": "here"})", "2023-12-31");
  BOOST_TEST(early.match.totals.certain.toString() == "0");
}

// Procurement shares, budgets and bank ceilings are not cash.
BOOST_AUTO_TEST_CASE(only_awards_and_subsidies_are_cash) {
  const auto total = [](const char* type) {
    const auto catalogue = loaded(smallPolicies(
        {worth("m", list(benefit("b", type, "computed", "CNY", "at_least", kBudgetShare)))}));
    return answer(catalogue, R"({"district": "here", "budget": 100})")
        .match.totals.certain.toString();
  };
  BOOST_TEST(total("award") == "40");
  BOOST_TEST(total("subsidy") == "40");
  for (const char* type : {"procurement", "credit", "equity", "land", "energy", "talent",
                           "recognition", "service", "protection"}) {
    BOOST_TEST(total(type) == "0", type);
  }
}

BOOST_AUTO_TEST_CASE(a_cash_amount_that_is_unknown_is_not_added) {
  const auto catalogue = loaded(smallPolicies(
      {worth("m", list(benefit("b", "award", "computed", "CNY", "at_least", kBudgetShare)))}));
  const engine::Totals totals = answer(catalogue, R"({"district": "here"})").match.totals;
  BOOST_TEST(totals.certain.toString() == "0");
  BOOST_TEST(totals.certain_awards == 0);
}

BOOST_AUTO_TEST_CASE(promises_without_a_figure_are_counted_by_measure) {
  const std::string two = "[" + benefit("a", "subsidy", "unstated", "CNY", "", "null") + "," +
                          benefit("b", "subsidy", "unstated", "CNY", "", "null") + "]";
  MeasureText refused = worth("d", two);
  refused.requires_ = R"({ "fact": "loan_need", "is": true })";
  const auto catalogue = loaded(smallPolicies(
      {worth("a", two), worth("b", two, kJudged), worth("c", prize(kPrize)), refused}));
  BOOST_TEST(
      answer(catalogue, R"({"district": "here", "loan_need": false})").match.totals.uncounted == 2);
  BOOST_TEST(
      answer(catalogue, R"({"district": "here", "loan_need": true})").match.totals.uncounted == 3);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::test

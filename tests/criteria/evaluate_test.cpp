// Every operator at its boundary, in the smallest unit of the fact, and on possible sets.
#include <ostream>
#include <string>

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "criteria/small_symbols.h"

namespace policycalc::test {

namespace {

struct Row {
  const char* leaf;
  const char* profile;
  const char* truth;
};
std::ostream& operator<<(std::ostream& out, const Row& row) {
  return out << row.leaf << " on " << row.profile;
}

const Row kPersons[] = {
    {R"({ "fact": "employees", "at_least": 20 })", R"({"employees": 19})", "false"},
    {R"({ "fact": "employees", "at_least": 20 })", R"({"employees": 20})", "true"},
    {R"({ "fact": "employees", "at_least": 20 })", R"({"employees": 21})", "true"},
    {R"({ "fact": "employees", "more_than": 20 })", R"({"employees": 19})", "false"},
    {R"({ "fact": "employees", "more_than": 20 })", R"({"employees": 20})", "false"},
    {R"({ "fact": "employees", "more_than": 20 })", R"({"employees": 21})", "true"},
    {R"({ "fact": "employees", "at_most": 20 })", R"({"employees": 19})", "true"},
    {R"({ "fact": "employees", "at_most": 20 })", R"({"employees": 20})", "true"},
    {R"({ "fact": "employees", "at_most": 20 })", R"({"employees": 21})", "false"},
    {R"({ "fact": "employees", "less_than": 20 })", R"({"employees": 19})", "true"},
    {R"({ "fact": "employees", "less_than": 20 })", R"({"employees": 20})", "false"},
    {R"({ "fact": "employees", "less_than": 20 })", R"({"employees": 21})", "false"},
    {R"({ "fact": "employees", "at_least": { "parameter": "staff" } })", R"({"employees": 19})",
     "false"},
    {R"({ "fact": "employees", "at_least": { "parameter": "staff" } })", R"({"employees": 20})",
     "true"},
    {R"({ "fact": "employees", "at_least": 0 })", R"({"employees": 0})", "true"},
    {R"({ "fact": "employees", "less_than": 0 })", R"({"employees": 0})", "false"},
};

const Row kMoney[] = {
    {R"({ "fact": "budget", "at_most": { "parameter": "ceiling" } })", R"({"budget": 1999999.99})",
     "true"},
    {R"({ "fact": "budget", "at_most": { "parameter": "ceiling" } })", R"({"budget": 2000000})",
     "true"},
    {R"({ "fact": "budget", "at_most": { "parameter": "ceiling" } })", R"({"budget": 2000000.01})",
     "false"},
    {R"({ "fact": "budget", "more_than": { "parameter": "ceiling" } })",
     R"({"budget": 1999999.99})", "false"},
    {R"({ "fact": "budget", "more_than": { "parameter": "ceiling" } })", R"({"budget": 2000000})",
     "false"},
    {R"({ "fact": "budget", "more_than": { "parameter": "ceiling" } })",
     R"({"budget": 2000000.01})", "true"},
    {R"({ "fact": "budget", "at_least": { "parameter": "ceiling" } })", R"({"budget": 1999999.99})",
     "false"},
    {R"({ "fact": "budget", "at_least": { "parameter": "ceiling" } })", R"({"budget": 2000000})",
     "true"},
    {R"({ "fact": "budget", "less_than": { "parameter": "ceiling" } })",
     R"({"budget": 1999999.99})", "true"},
    {R"({ "fact": "budget", "less_than": { "parameter": "ceiling" } })", R"({"budget": 2000000})",
     "false"},
    // A bound between two fen compares exactly with each of them.
    {R"({ "fact": "budget", "at_least": { "parameter": "fine" } })", R"({"budget": 10})", "false"},
    {R"({ "fact": "budget", "at_least": { "parameter": "fine" } })", R"({"budget": 10.01})",
     "true"},
    {R"({ "fact": "budget", "more_than": { "parameter": "fine" } })", R"({"budget": 10})", "false"},
    {R"({ "fact": "budget", "more_than": { "parameter": "fine" } })", R"({"budget": 10.01})",
     "true"},
    {R"({ "fact": "budget", "at_most": { "parameter": "fine" } })", R"({"budget": 10})", "true"},
    {R"({ "fact": "budget", "at_most": { "parameter": "fine" } })", R"({"budget": 10.01})",
     "false"},
    {R"({ "fact": "budget", "less_than": { "parameter": "fine" } })", R"({"budget": 10})", "true"},
    {R"({ "fact": "budget", "less_than": { "parameter": "fine" } })", R"({"budget": 10.01})",
     "false"},
    // A bound beyond the range of money facts.
    {R"({ "fact": "budget", "at_most": { "parameter": "vast" } })",
     R"({"budget": 92233720368547758.07})", "true"},
    {R"({ "fact": "budget", "at_least": { "parameter": "vast" } })",
     R"({"budget": 92233720368547758.07})", "false"},
    {R"({ "fact": "budget", "at_least": -1 })", R"({"budget": 0})", "true"},
    {R"({ "fact": "budget", "less_than": -0.001 })", R"({"budget": 0})", "false"},
    // Another fact, or a share of it, on the right side.
    {R"({ "fact": "budget", "at_most": { "fact": "annual_revenue" } })",
     R"({"budget": 5, "annual_revenue": 5})", "true"},
    {R"({ "fact": "budget", "at_most": { "fact": "annual_revenue" } })",
     R"({"budget": 5.01, "annual_revenue": 5})", "false"},
    {R"({ "fact": "budget", "at_least": { "product": [{ "fact": "annual_revenue" }, { "parameter": "share" }] } })",
     R"({"budget": 0.01, "annual_revenue": 0.02})", "true"},
    {R"({ "fact": "budget", "at_most": { "product": [{ "fact": "annual_revenue" }, { "parameter": "share" }] } })",
     R"({"budget": 0.01, "annual_revenue": 0.02})", "false"},
};

constexpr const char* kTolerated =
    R"({ "fact": "ratio", "at_most": { "sum": [{ "fact": "other_ratio" }, { "parameter": "points" }] } })";

const Row kPercent[] = {
    {kTolerated, R"({"ratio": 4.9999, "other_ratio": 2})", "true"},
    {kTolerated, R"({"ratio": 5, "other_ratio": 2})", "true"},
    {kTolerated, R"({"ratio": 5.0001, "other_ratio": 2})", "false"},
    {kTolerated, R"({"ratio": 5.0001, "other_ratio": 2.0001})", "true"},
    {R"({ "fact": "ratio", "at_least": { "parameter": "share" } })", R"({"ratio": 39.9999})",
     "false"},
    {R"({ "fact": "ratio", "at_least": { "parameter": "share" } })", R"({"ratio": 40})", "true"},
    {R"({ "fact": "ratio", "more_than": { "parameter": "share" } })", R"({"ratio": 40})", "false"},
    {R"({ "fact": "ratio", "more_than": { "parameter": "share" } })", R"({"ratio": 40.0001})",
     "true"},
};

const Row kUnknown[] = {
    {R"({ "fact": "employees", "at_least": 0 })", "{}", "unknown"},
    {R"({ "fact": "budget", "at_most": { "fact": "annual_revenue" } })", R"({"budget": 5})",
     "unknown"},
    {R"({ "fact": "budget", "at_most": { "fact": "annual_revenue" } })", R"({"annual_revenue": 5})",
     "unknown"},
    {kTolerated, R"({"ratio": 1})", "unknown"},
    {R"({ "fact": "loan_need", "is": true })", "{}", "unknown"},
    {R"({ "fact": "awards", "has": "gold" })", "{}", "unknown"},
    {R"({ "fact": "awards", "has_any": ["gold", "silver", "bronze"] })", "{}", "unknown"},
    {R"({ "fact": "district", "is": "here" })", "{}", "unknown"},
    {R"({ "fact": "ownership", "is": "private" })", "{}", "unknown"},
};

const Row kOptions[] = {
    {R"({ "fact": "loan_need", "is": true })", R"({"loan_need": true})", "true"},
    {R"({ "fact": "loan_need", "is": true })", R"({"loan_need": false})", "false"},
    {R"({ "fact": "loan_need", "is": false })", R"({"loan_need": false})", "true"},
    {R"({ "fact": "district", "is": "here" })", R"({"district": "here"})", "true"},
    {R"({ "fact": "district", "is": "here" })", R"({"district": "outside"})", "false"},
    {R"({ "fact": "awards", "has": "gold" })", R"({"awards": ["silver", "gold"]})", "true"},
    {R"({ "fact": "awards", "has": "gold" })", R"({"awards": ["silver"]})", "false"},
    {R"({ "fact": "awards", "has": "gold" })", R"({"awards": []})", "false"},
    {R"({ "fact": "awards", "has_any": ["gold", "silver"] })", R"({"awards": ["silver"]})", "true"},
    {R"({ "fact": "awards", "has_any": ["gold", "silver"] })", R"({"awards": ["bronze"]})",
     "false"},
    {R"({ "fact": "awards", "has_any": ["gold", "silver"] })", R"({"awards": []})", "false"},
    {R"({ "fact": "awards", "has_all": ["gold", "silver"] })", R"({"awards": ["silver"]})",
     "false"},
    {R"({ "fact": "awards", "has_all": ["gold", "silver"] })",
     R"({"awards": ["gold", "bronze", "silver"]})", "true"},
};

// Derived choices: true if all possible values pass, false if none does.
constexpr const char* kMicroOrSmall =
    R"({"entity_type": "company", "size_industry": "industry", "employees": 100})";
/// The same for a body of unknown type, which may be an association without a size.
constexpr const char* kMicroOrSmallOrNone = R"({"size_industry": "industry", "employees": 100})";
const Row kPossible[] = {
    {R"({ "fact": "enterprise_size", "in": ["micro", "small"] })", kMicroOrSmall, "true"},
    {R"({ "fact": "enterprise_size", "in": ["micro", "small", "medium"] })", kMicroOrSmall, "true"},
    {R"({ "fact": "enterprise_size", "is": "small" })", kMicroOrSmall, "unknown"},
    {R"({ "fact": "enterprise_size", "in": ["small", "medium"] })", kMicroOrSmall, "unknown"},
    {R"({ "fact": "enterprise_size", "is": "large" })", kMicroOrSmall, "false"},
    {R"({ "fact": "enterprise_size", "in": ["medium", "large"] })", kMicroOrSmall, "false"},
    {R"({ "fact": "enterprise_size", "is": "micro" })",
     R"({"entity_type": "company", "size_industry": "industry", "employees": 15})", "true"},
    // A body that may not be an enterprise may fail every test on the size.
    {R"({ "fact": "enterprise_size", "in": ["micro", "small"] })", kMicroOrSmallOrNone, "unknown"},
    {R"({ "fact": "enterprise_size", "in": ["micro", "small", "medium", "large"] })",
     kMicroOrSmallOrNone, "unknown"},
    {R"({ "fact": "enterprise_size", "is": "large" })", kMicroOrSmallOrNone, "false"},
    {R"({ "fact": "enterprise_size", "is": "micro" })",
     R"({"size_industry": "industry", "employees": 15})", "unknown"},
    // A given size means an enterprise. In this vocabulary, which has the earlier form, an
    // association may have an owner.
    {R"({ "fact": "enterprise_size", "is": "micro" })",
     R"({"ownership": "private", "size_industry": "industry", "employees": 15})", "unknown"},
    {R"({ "fact": "enterprise_size", "is": "small" })", R"({"enterprise_size": "small"})", "true"},
    {R"({ "fact": "enterprise_size", "in": ["micro", "small", "medium"] })", "{}", "unknown"},
    // Not an enterprise: every comparison of the size is false.
    {R"({ "fact": "enterprise_size", "in": ["micro", "small", "medium"] })",
     R"({"entity_type": "association"})", "false"},
    {R"({ "fact": "enterprise_size", "is": "large" })", R"({"entity_type": "association"})",
     "false"},
    {R"({ "fact": "size_industry", "is": "industry" })", R"({"industry_code": "C13"})", "true"},
    {R"({ "fact": "size_industry", "is": "industry" })", R"({"industry_code": "C40"})", "unknown"},
};

void check(const Row& row) {
  BOOST_TEST(toString(truthOf(row.leaf, row.profile)) == row.truth);
}

struct Day {
  const char* day;
  const char* at_100;  ///< truth of "budget at most the dated figure" for 100 and for 200 yuan
  const char* at_200;
};
std::ostream& operator<<(std::ostream& out, const Day& row) {
  return out << row.day;
}

const Day kDays[] = {
    {"2023-12-31", "unknown", "unknown"}, {"2024-01-01", "true", "false"},
    {"2024-12-31", "true", "false"},      {"2025-01-01", "true", "true"},
    {"2025-12-31", "true", "true"},       {"2026-01-01", "unknown", "unknown"},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(Evaluate)

BOOST_DATA_TEST_CASE(persons, kPersons, row) {
  check(row);
}
BOOST_DATA_TEST_CASE(money, kMoney, row) {
  check(row);
}
BOOST_DATA_TEST_CASE(per_cents, kPercent, row) {
  check(row);
}
BOOST_DATA_TEST_CASE(missing_facts_are_unknown, kUnknown, row) {
  check(row);
}
BOOST_DATA_TEST_CASE(options, kOptions, row) {
  check(row);
}
BOOST_DATA_TEST_CASE(possible_values, kPossible, row) {
  check(row);
}

BOOST_DATA_TEST_CASE(a_dated_figure_holds_from_its_first_to_its_last_day, kDays, row) {
  const char* leaf = R"({ "fact": "budget", "at_most": { "parameter": "dated" } })";
  BOOST_TEST(toString(truthOf(leaf, R"({"budget": 100})", row.day)) == row.at_100);
  BOOST_TEST(toString(truthOf(leaf, R"({"budget": 200})", row.day)) == row.at_200);
}

// With one value left, a possible `none` still keeps the comparison open.
BOOST_AUTO_TEST_CASE(an_empty_answer_among_the_possible_values) {
  facts::Knowledge knowledge = smallKnowledge("{}");
  const auto truth = [&](const char* leaf) {
    const auto comparison = criterionOf(leaf).comparison;
    const base::Date on = dateOf("2024-06-01");
    return std::string(
        toString(criteria::evaluate(comparison, criteria::resolve(comparison, smallSymbols(), on),
                                    smallSymbols(), on, knowledge)));
  };
  const char* is_private = R"({ "fact": "ownership", "is": "private" })";
  const char* any = R"({ "fact": "ownership", "in": ["private", "state"] })";
  const char* is_state = R"({ "fact": "ownership", "is": "state" })";
  facts::Known& owner = knowledge.facts[smallFact("ownership")];
  owner = {facts::OptionSet::of(0), 0, false, true};
  BOOST_TEST(truth(is_private) == "unknown");
  BOOST_TEST(truth(any) == "unknown");
  BOOST_TEST(truth(is_state) == "false");
  owner = {facts::OptionSet::of(0), 0, true, false};
  BOOST_TEST(truth(is_private) == "true");
  BOOST_TEST(truth(any) == "true");
  owner = {{}, 0, true, false};  // has no owner
  BOOST_TEST(truth(is_private) == "false");
  BOOST_TEST(truth(any) == "false");
}

// If the right side is a fact, there is no threshold.
BOOST_AUTO_TEST_CASE(only_a_constant_right_side_is_resolved_ahead) {
  const auto resolved = [](const char* leaf) {
    return criteria::resolve(criterionOf(leaf).comparison, smallSymbols(), dateOf("2024-06-01"));
  };
  const auto ceiling = resolved(R"({ "fact": "budget", "at_most": { "parameter": "ceiling" } })");
  BOOST_TEST(ceiling.threshold.value() == 200'000'000);
  BOOST_TEST(ceiling.right.value().toString() == "2000000");
  const auto fine = resolved(R"({ "fact": "budget", "at_least": { "parameter": "fine" } })");
  BOOST_TEST(fine.threshold.value() == 1001);
  BOOST_TEST(fine.right.value().toString() == "10.005");
  BOOST_TEST(!resolved(kTolerated).threshold.has_value());
  BOOST_TEST(!resolved(R"({ "fact": "loan_need", "is": true })").right.has_value());
  const auto vast = resolved(R"({ "fact": "budget", "at_most": { "parameter": "vast" } })");
  BOOST_TEST(!vast.threshold.has_value());
  BOOST_TEST(vast.right.has_value());
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::test

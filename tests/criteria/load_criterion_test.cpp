#include <ostream>
#include <string>

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "criteria/small_symbols.h"
#include "facts/json_text.h"

namespace policycalc::test {
using criteria::Criterion;
using criteria::Operator;

namespace {

std::string issuesOf(std::string_view text) {
  base::Issues issues;
  const json::IssueSink sink{"test.json", issues};
  const auto criterion = criteria::loadCriterion(parse(text), "/c", smallSymbols(), sink);
  BOOST_TEST((criterion.has_value() || !issues.empty()));
  BOOST_TEST(worded(issues));
  return listed(issues);
}

struct Row {
  const char* criterion;
  const char* issues;
};
std::ostream& operator<<(std::ostream& out, const Row& row) {
  return out << row.criterion;
}

const Row kShapes[] = {
    {"null", "1 /c wrong_type"},
    {"[]", "1 /c wrong_type"},
    {"true", "1 /c wrong_type"},
    {"{}", "1 /c wrong_value"},
    {R"({ "all": [], "any": [] })", "1 /c wrong_value"},
    {R"({ "all": [] })", "1 /c/all wrong_value"},
    {R"({ "any": [] })", "1 /c/any wrong_value"},
    {R"({ "all": { "fact": "loan_need", "is": true } })", "1 /c/all wrong_value"},
    {R"({ "not": [{ "fact": "loan_need", "is": true }] })", "1 /c/not wrong_type"},
    {R"({ "none": [{ "fact": "loan_need", "is": true }] })", "1 /c/none unknown_field"},
    {R"({ "all": [5] })", "1 /c/all/0 wrong_type"},
};

const Row kLeaves[] = {
    {R"({ "fact": "turnover", "at_most": 5 })", "1 /c/fact unknown_fact"},
    {R"({ "fact": 5, "at_most": 5 })", "1 /c/fact unknown_fact\n1 /c/fact wrong_type"},
    {R"({ "fact": "budget" })", "1 /c missing_field"},
    {R"({ "fact": "budget", "at_most": 5, "at_least": 1 })", "1 /c/at_most wrong_value"},
    {R"({ "fact": "budget", "equals": 5 })", "1 /c missing_field\n1 /c/equals unknown_field"},
    {R"({ "fact": "budget", "at_most": 5, "note": "x" })", "1 /c/note unknown_field"},
    {R"({ "fact": "budget", "at_most": 5, "text": 7 })", "1 /c/text wrong_type"},
    {R"({ "fact": "budget", "at_most": 5, "text": "" })", "1 /c/text wrong_value"},
    {R"({ "fact": "budget", "at_most": 5, "source": "notice" })", "1 /c/source wrong_type"},
    {R"({ "fact": "budget", "at_most": 5, "source": {} })", "1 /c/source/document missing_field"},
    {R"({ "fact": "budget", "at_most": 5, "source": { "document": "n", "page": 1 } })",
     "1 /c/source/page unknown_field"},
    {R"({ "fact": "budget", "at_most": 5, "source": { "document": "n", "item": "1" } })",
     "1 /c/source/item wrong_type"},
};

const Row kTypes[] = {
    {R"({ "fact": "budget", "is": "5" })", "1 /c/is wrong_operator"},
    {R"({ "fact": "budget", "in": ["5"] })", "1 /c/in wrong_operator"},
    {R"({ "fact": "budget", "has": "5" })", "1 /c/has wrong_operator"},
    {R"({ "fact": "credit_code", "is": "5" })", "1 /c/is wrong_operator"},
    {R"({ "fact": "credit_code", "at_most": 5 })", "1 /c/at_most wrong_operator"},
    {R"({ "fact": "loan_need", "in": [true] })", "1 /c/in wrong_operator"},
    {R"({ "fact": "loan_need", "has": "true" })", "1 /c/has wrong_operator"},
    {R"({ "fact": "loan_need", "at_least": 1 })", "1 /c/at_least wrong_operator"},
    {R"({ "fact": "district", "has": "here" })", "1 /c/has wrong_operator"},
    {R"({ "fact": "district", "has_any": ["here"] })", "1 /c/has_any wrong_operator"},
    {R"({ "fact": "district", "less_than": 1 })", "1 /c/less_than wrong_operator"},
    {R"({ "fact": "awards", "is": "gold" })", "1 /c/is wrong_operator"},
    {R"({ "fact": "awards", "in": ["gold"] })", "1 /c/in wrong_operator"},
    {R"({ "fact": "awards", "more_than": 1 })", "1 /c/more_than wrong_operator"},
};

const Row kRightSides[] = {
    {R"({ "fact": "loan_need", "is": "true" })", "1 /c/is wrong_type"},
    {R"({ "fact": "loan_need", "is": 1 })", "1 /c/is wrong_type"},
    {R"({ "fact": "district", "is": "there" })", "1 /c/is unknown_option"},
    {R"({ "fact": "district", "is": ["here"] })", "1 /c/is wrong_type"},
    {R"({ "fact": "district", "is": null })", "1 /c/is wrong_type"},
    {R"({ "fact": "district", "is": "" })", "1 /c/is unknown_option"},
    {R"({ "fact": "district", "in": "here" })", "1 /c/in wrong_type"},
    {R"({ "fact": "district", "in": [] })", "1 /c/in wrong_value"},
    {R"({ "fact": "district", "in": ["here", 5] })", "1 /c/in/1 wrong_type"},
    // Each unknown option is named.
    {R"({ "fact": "district", "in": ["there", "here", "nowhere"] })",
     "1 /c/in/0 unknown_option\n1 /c/in/2 unknown_option"},
    {R"({ "fact": "awards", "has": "tin" })", "1 /c/has unknown_option"},
    {R"({ "fact": "awards", "has_all": ["gold", "tin"] })", "1 /c/has_all/1 unknown_option"},
    {R"({ "fact": "awards", "has_any": [] })", "1 /c/has_any wrong_value"},
    {R"({ "fact": "budget", "at_most": "5" })", "1 /c/at_most wrong_type"},
    {R"({ "fact": "budget", "at_most": null })", "1 /c/at_most wrong_type"},
    {R"({ "fact": "budget", "at_most": { "parameter": "roof" } })",
     "1 /c/at_most/parameter unknown_parameter"},
    {R"({ "fact": "budget", "at_most": { "parameter": "share" } })", "1 /c/at_most unit_mismatch"},
    {R"({ "fact": "budget", "at_most": { "parameter": "staff" } })", "1 /c/at_most unit_mismatch"},
    {R"({ "fact": "employees", "at_most": { "parameter": "years" } })",
     "1 /c/at_most unit_mismatch"},
    {R"({ "fact": "ratio", "at_most": { "fact": "budget" } })", "1 /c/at_most unit_mismatch"},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(LoadCriterion)

BOOST_DATA_TEST_CASE(shapes, kShapes, row) {
  BOOST_TEST(issuesOf(row.criterion) == row.issues);
}
BOOST_DATA_TEST_CASE(leaves, kLeaves, row) {
  BOOST_TEST(issuesOf(row.criterion) == row.issues);
}
BOOST_DATA_TEST_CASE(types, kTypes, row) {
  BOOST_TEST(issuesOf(row.criterion) == row.issues);
}
BOOST_DATA_TEST_CASE(right_sides, kRightSides, row) {
  BOOST_TEST(issuesOf(row.criterion) == row.issues);
}

BOOST_AUTO_TEST_CASE(all_faults_of_a_tree_are_named) {
  BOOST_TEST(issuesOf(R"({ "all": [
    { "fact": "turnover", "at_most": 5 },
    { "not": { "fact": "district", "is": "there" } },
    { "any": [] },
    { "fact": "loan_need", "is": true },
    { "fact": "budget", "at_most": { "sum": [{ "parameter": "a" }, { "parameter": "b" }] } }
  ] })") == "2 /c/all/0/fact unknown_fact\n3 /c/all/1/not/is unknown_option\n"
            "4 /c/all/2/any wrong_value\n6 /c/all/4/at_most/sum/0/parameter unknown_parameter\n"
            "6 /c/all/4/at_most/sum/1/parameter unknown_parameter");
}

BOOST_AUTO_TEST_CASE(a_tree_is_read_whole) {
  const Criterion tree = criterionOf(R"({ "all": [
    { "fact": "awards", "has_any": ["gold", "bronze"], "text": "得过奖",
      "source": { "document": "notice", "item": 1, "cell": 2, "clause": "b" } },
    { "not": { "any": [{ "fact": "loan_need", "is": false }, { "fact": "budget", "less_than": 5 }] } }
  ] })");
  BOOST_TEST(tree.size() == 6U);
  BOOST_TEST((tree.kind == Criterion::Kind::kAll));
  const Criterion& leaf = tree.children[0];
  BOOST_TEST((leaf.comparison.op == Operator::kHasAny));
  BOOST_TEST(leaf.comparison.fact == smallFact("awards"));
  const facts::OptionSet awards = facts::OptionSet::of(0) | facts::OptionSet::of(2);
  BOOST_TEST((leaf.comparison.options == awards));
  BOOST_TEST(leaf.text == "得过奖");
  BOOST_REQUIRE(leaf.source.has_value());
  BOOST_TEST(leaf.source->document == "notice");
  BOOST_TEST(leaf.source->item == 1);
  BOOST_TEST(leaf.source->cell == 2);
  BOOST_TEST(leaf.source->clause == "b");
  BOOST_TEST(leaf.pointer == "/all/0");
  BOOST_TEST(leaf.position.line == 2);
  const Criterion& either = tree.children[1].children[0];
  BOOST_TEST((either.children[0].comparison.options == facts::kFalse));
  BOOST_TEST(either.children[1].pointer == "/all/1/not/any/1");
  BOOST_TEST((either.children[1].comparison.right.quantity == criteria::Quantity::kMoney));
}

BOOST_AUTO_TEST_CASE(a_citation_may_leave_out_item_and_clause) {
  const Criterion leaf = criterionOf(
      R"({ "fact": "loan_need", "is": true, "source": { "document": "law", "item": null, "clause": null } })");
  BOOST_TEST(leaf.source->item == 0);
  BOOST_TEST(leaf.source->clause == "");
}

BOOST_AUTO_TEST_CASE(operators_have_the_names_of_the_policies) {
  BOOST_TEST(toString(Operator::kHasAll) == "has_all");
  BOOST_TEST(toString(Operator::kLessThan) == "less_than");
  BOOST_TEST(criteria::isNumeric(Operator::kAtLeast));
  BOOST_TEST(!criteria::isNumeric(Operator::kHasAll));
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(DescribeCriterion)

BOOST_AUTO_TEST_CASE(leaves_in_words) {
  const auto text = [](const char* leaf) {
    return criteria::describe(criterionOf(leaf).comparison, smallSymbols(), dateOf("2024-06-01"));
  };
  BOOST_TEST(text(R"({ "fact": "budget", "at_most": { "parameter": "ceiling" } })") ==
             "预算不高于200万元");
  BOOST_TEST(text(R"({ "fact": "budget", "more_than": 1999.99 })") == "预算超过1,999.99元");
  BOOST_TEST(text(R"({ "fact": "employees", "at_least": { "parameter": "staff" } })") ==
             "人数不低于20人");
  BOOST_TEST(text(R"({ "fact": "ratio", "less_than": { "fact": "other_ratio" } })") ==
             "不良率低于总不良率");
  BOOST_TEST(text(R"({ "fact": "loan_need", "is": true })") == "要贷款：是");
  BOOST_TEST(text(R"({ "fact": "loan_need", "is": false })") == "要贷款：否");
  BOOST_TEST(text(R"({ "fact": "district", "is": "here" })") == "注册地：本市");
  BOOST_TEST(text(R"({ "fact": "enterprise_size", "in": ["micro", "small"] })") ==
             "规模（任一）：微型、小型");
  BOOST_TEST(text(R"({ "fact": "awards", "has": "gold" })") == "奖项：金奖");
  BOOST_TEST(text(R"({ "fact": "awards", "has_any": ["gold", "silver"] })") ==
             "奖项（任一）：金奖、银奖");
  BOOST_TEST(text(R"({ "fact": "awards", "has_all": ["gold", "silver"] })") ==
             "奖项（全部具备）：金奖、银奖");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::test

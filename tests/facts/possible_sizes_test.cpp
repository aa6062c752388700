// What is known about the size while answers are missing, and which questions are worth asking.
#include <ostream>
#include <string>

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "facts/real_facts.h"

namespace policycalc::test {

namespace {

struct Row {
  const char* profile;
  const char* sizes;
  const char* asked;  ///< ids of the facts that can still settle the size
};
std::ostream& operator<<(std::ostream& out, const Row& row) {
  return out << row.profile;
}

const Row kRows[] = {
    {R"({})", "micro small medium large",
     "entity_type size_industry employees annual_revenue total_assets"},
    // The lowest band decides: few people make a company micro, whatever it earns.
    {R"({"entity_type": "company", "size_industry": "industry", "employees": 15})", "micro", ""},
    {R"({"entity_type": "company", "size_industry": "industry", "employees": 100})", "micro small",
     "annual_revenue"},
    {R"({"entity_type": "company", "size_industry": "industry", "employees": 300})",
     "micro small medium", "annual_revenue"},
    {R"({"entity_type": "company", "size_industry": "industry", "employees": 1000})",
     "micro small medium large", "annual_revenue"},
    {R"({"entity_type": "company", "size_industry": "industry", "annual_revenue": 2999999.99})",
     "micro", ""},
    {R"({"entity_type": "company", "size_industry": "industry"})", "micro small medium large",
     "employees annual_revenue"},
    {R"({"size_industry": "industry", "employees": 100})", "micro small",
     "entity_type annual_revenue"},
    {R"({"entity_type": "company", "size_industry": "other", "annual_revenue": 0})",
     "micro small medium large", "employees"},
    {R"({"entity_type": "company", "size_industry": "construction", "total_assets": 4000000})",
     "micro small", "annual_revenue"},
    // An unknown industry leaves everything open, however small the figures.
    {R"({"entity_type": "company", "employees": 1, "annual_revenue": 1, "total_assets": 1})",
     "micro small medium large", "size_industry"},
    // Wholesale or retail: 15 people are small in both, if the revenue allows.
    {R"({"entity_type": "company", "industry_code": "F", "employees": 15})", "micro small",
     "size_industry annual_revenue"},
    {R"({"entity_type": "company", "industry_code": "F", "employees": 15,
         "annual_revenue": 20000000})",
     "small", ""},
    {R"({"entity_type": "company", "industry_code": "F", "employees": 30,
         "annual_revenue": 60000000})",
     "small medium", "size_industry"},
    {R"({"entity_type": "company", "industry_code": "C3985", "employees": 999,
         "annual_revenue": 400000000})",
     "medium", ""},
    {R"({"entity_type": "company", "industry_code": "P83", "employees": 9})", "micro", ""},
    {R"({"entity_type": "company", "industry_code": "Q84", "employees": 100})", "medium", ""},
    // An individual business is sized like a company.
    {R"({"entity_type": "individual_business", "size_industry": "catering", "employees": 9})",
     "micro", ""},
    {R"({"entity_type": "individual_business", "size_industry": "catering", "employees": 100,
         "annual_revenue": 20000000})",
     "medium", ""},
    // A body that is not an enterprise has no size, whatever the figures.
    {R"({"entity_type": "association", "size_industry": "other", "employees": 5})", "", ""},
    {R"({"entity_type": "public_institution", "enterprise_size": "small"})", "", ""},
};

const char* const kOutsideTheStandard[] = {"53", "66", "J66", "7040", "70", "G", "K", "S91", "T97"};

std::string with(std::string_view code, std::string_view more) {
  return R"({"entity_type": "company", "industry_code": ")" + std::string(code) + "\"" +
         std::string(more) + "}";
}

std::string because(const facts::Knowledge& knowledge, std::string_view fact_id) {
  for (const facts::Derivation& derivation : knowledge.derivations) {
    if (derivation.fact == factIndex(fact_id)) return derivation.because;
  }
  return {};
}

}  // namespace

BOOST_AUTO_TEST_SUITE(PossibleSizes)

BOOST_DATA_TEST_CASE(given_facts_leave_these_sizes, kRows, row) {
  const facts::Knowledge knowledge = knowledgeOf(row.profile);
  BOOST_TEST(possible(knowledge, "enterprise_size") == row.sizes);
  BOOST_TEST(idsOf(knowledge.ask_for_size) == row.asked);
  const facts::Known& size = knowledge.facts[factIndex("enterprise_size")];
  BOOST_TEST(size.known == (std::string_view(row.asked).empty()));
}

// Finance, rail and unlisted codes: all four sizes are possible, and a given size counts.
BOOST_DATA_TEST_CASE(outside_the_standard_a_given_size_holds, kOutsideTheStandard, code) {
  const auto open = knowledgeOf(with(code, R"(, "employees": 1, "annual_revenue": 1)"));
  BOOST_TEST(possible(open, "enterprise_size") == "micro small medium large");
  BOOST_TEST(!open.facts[factIndex("size_industry")].known);
  BOOST_TEST(idsOf(open.ask_for_size) == "enterprise_size");
  for (const char* size : {"micro", "small", "medium", "large"}) {
    const auto given = knowledgeOf(
        with(code, R"(, "employees": 1, "enterprise_size": ")" + std::string(size) + "\""));
    BOOST_TEST(possible(given, "enterprise_size") == size);
    BOOST_TEST(warningsOf(given) == "");
  }
}

BOOST_AUTO_TEST_CASE(a_given_size_inside_the_possible_ones_narrows_them) {
  const auto knowledge =
      knowledgeOf(R"({"size_industry": "industry", "employees": 100, "enterprise_size": "small"})");
  BOOST_TEST(possible(knowledge, "enterprise_size") == "small");
  BOOST_TEST(knowledge.facts[factIndex("enterprise_size")].known);
  BOOST_TEST(warningsOf(knowledge) == "");
  BOOST_TEST(idsOf(knowledge.ask_for_size) == "");
}

BOOST_AUTO_TEST_CASE(figures_win_over_a_given_size_outside_them) {
  const auto knowledge =
      knowledgeOf(R"({"size_industry": "industry", "employees": 100, "enterprise_size": "large"})");
  BOOST_TEST(possible(knowledge, "enterprise_size") == "micro small");
  BOOST_TEST(!knowledge.facts[factIndex("enterprise_size")].known);
  BOOST_TEST(warningsOf(knowledge) == "enterprise_size:overruled");
}

BOOST_AUTO_TEST_CASE(without_figures_a_given_size_holds) {
  const auto knowledge = knowledgeOf(R"({"enterprise_size": "medium"})");
  BOOST_TEST(possible(knowledge, "enterprise_size") == "medium");
  BOOST_TEST(warningsOf(knowledge) == "");
}

BOOST_AUTO_TEST_CASE(a_size_given_for_no_enterprise_is_overruled) {
  const auto knowledge =
      knowledgeOf(R"({"entity_type": "association", "enterprise_size": "small"})");
  BOOST_TEST(possible(knowledge, "enterprise_size") == "");
  BOOST_TEST(warningsOf(knowledge) == "enterprise_size:overruled");
}

BOOST_AUTO_TEST_CASE(the_reason_names_its_basis) {
  const auto knowledge =
      knowledgeOf(R"({"entity_type": "company", "industry_code": "C3985", "employees": 100})");
  BOOST_TEST(because(knowledge, "size_industry") ==
             "行业代码 C3985 对应工业（采矿、制造、水电气）");
  BOOST_TEST(because(knowledge, "enterprise_size") ==
             "按工业（采矿、制造、水电气）标准：从业人员100人属小型，上年营业收入未填；取最低一档，"
             "可能为微型、小型");
  BOOST_TEST(because(knowledgeOf(R"({"entity_type": "company"})"), "enterprise_size") ==
             "行业未知，无法划型");
  BOOST_TEST(because(knowledgeOf("{}"), "enterprise_size") ==
             "行业未知，无法划型；主体类型未填，如果是商会、协会或事业单位，则不分规模");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::test

// Answers that contradict each other: each gives a warning on the fact to check, and none is
// refused.
#include <ostream>
#include <string>

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "facts/real_facts.h"

namespace policycalc::test {

namespace {

struct Row {
  const char* profile;
  const char* warnings;
};
std::ostream& operator<<(std::ostream& out, const Row& row) {
  return out << row.profile;
}

// Characters 1 and 2 of a code name the registering department.
const Row kCodes[] = {
    {R"({"credit_code": "924403001922038213", "entity_type": "company"})", "entity_type:differs"},
    {R"({"credit_code": "924403001922038213", "entity_type": "individual_business"})", ""},
    {R"({"credit_code": "924403001922038213"})", ""},
    {R"({"credit_code": "924403001922038213", "entity_type": "bank"})", "entity_type:differs"},
    {R"({"credit_code": "914403001922038216", "entity_type": "company"})", ""},
    {R"({"credit_code": "914403001922038216", "entity_type": "bank"})", ""},
    {R"({"credit_code": "914403001922038216", "entity_type": "branch"})", ""},
    {R"({"credit_code": "914403001922038216", "entity_type": "sole_proprietorship"})", ""},
    {R"({"credit_code": "914403001922038216", "entity_type": "individual_business"})",
     "entity_type:differs"},
    {R"({"credit_code": "914403001922038216", "entity_type": "association"})",
     "entity_type:differs"},
    {R"({"credit_code": "934403001922038210", "entity_type": "farmer_cooperative"})", ""},
    {R"({"credit_code": "934403001922038210", "entity_type": "company"})", "entity_type:differs"},
    {R"({"credit_code": "12440300192203821B", "entity_type": "public_institution"})", ""},
    {R"({"credit_code": "12440300192203821B", "entity_type": "company"})", "entity_type:differs"},
    {R"({"credit_code": "51440300192203821A", "entity_type": "association"})", ""},
    {R"({"credit_code": "51440300192203821A", "entity_type": "other"})", ""},
    {R"({"credit_code": "51440300192203821A", "entity_type": "company"})", "entity_type:differs"},
    {R"({"credit_code": "524403001922038217", "entity_type": "association"})",
     "entity_type:differs"},
    // Other departments give no warning; a faulty code gives only its faults.
    {R"({"credit_code": "11440300192203821E", "entity_type": "company"})", ""},
    {R"({"credit_code": "924403001922038214", "entity_type": "company"})", "credit_code:checksum"},
    {R"({"credit_code": "11010519491231002X", "entity_type": "company"})",
     "credit_code:citizen_number"},
};

const Row kFounders[] = {
    {R"({"registration_status": "not_yet_registered"})", "registration_status:not_yet_registered"},
    {R"({"registration_status": "not_yet_registered", "annual_revenue": 0, "employees": 3})",
     "registration_status:not_yet_registered"},
    {R"({"registration_status": "not_yet_registered", "annual_revenue": 0.01})",
     "annual_revenue:unlikely registration_status:not_yet_registered"},
    {R"({"registration_status": "not_yet_registered", "credit_code": "914403001922038216"})",
     "credit_code:unlikely registration_status:not_yet_registered"},
    {R"({"registration_status": "not_yet_registered", "credit_code": "914403001922038216",
         "annual_revenue": 5, "entity_type": "company"})",
     "credit_code:unlikely annual_revenue:unlikely registration_status:not_yet_registered"},
    {R"({"registration_status": "active", "credit_code": "914403001922038216",
         "annual_revenue": 5})",
     ""},
    {R"({"credit_code": "914403001922038216", "annual_revenue": 5})", ""},
};

// A branch gives the figures of its legal person; one warning is enough.
const Row kBranches[] = {
    {R"({"entity_type": "branch"})", ""},
    {R"({"entity_type": "branch", "employees": 3})", "employees:unlikely"},
    {R"({"entity_type": "branch", "annual_revenue": 3})", "annual_revenue:unlikely"},
    {R"({"entity_type": "branch", "total_assets": 3})", "total_assets:unlikely"},
    {R"({"entity_type": "branch", "employees": 3, "annual_revenue": 3, "total_assets": 3})",
     "employees:unlikely"},
    {R"({"entity_type": "branch", "enterprise_size": "small"})", ""},
    {R"({"entity_type": "company", "employees": 3})", ""},
    {R"({"employees": 3})", ""},
};

// A follow-up counts only with the answer that leads to it.
const Row kDetails[] = {
    {R"({"situations": ["arrears"], "arrears_debtors": ["government_body"]})", ""},
    {R"({"situations": ["penalty"], "arrears_debtors": ["government_body"]})",
     "arrears_debtors:differs"},
    {R"({"situations": [], "arrears_debtors": ["government_body"]})", "arrears_debtors:differs"},
    {R"({"arrears_debtors": ["government_body"]})", ""},
    {R"({"situations": null, "arrears_debtors": ["government_body"]})", ""},
    {R"({"situations": [], "arrears_debtors": []})", ""},
    {R"({"situations": ["arrears"], "penalty_by": ["market_regulator"]})", "penalty_by:differs"},
    {R"({"situations": ["penalty"], "penalty_by": ["market_regulator"],
         "seizure_by": ["court"]})",
     "seizure_by:differs"},
    {R"({"situations": ["penalty", "enforcement"], "penalty_by": ["market_regulator"],
         "seizure_by": ["court"]})",
     ""},
    {R"({"entity_type": "company", "bank_npl_ratio": 1})", "bank_npl_ratio:differs"},
    {R"({"entity_type": "bank", "bank_npl_ratio": 1, "bank_sme_npl_ratio": 0})", ""},
    {R"({"entity_type": "company", "bank_sme_npl_ratio": 0})", "bank_sme_npl_ratio:differs"},
    {R"({"procurement_kind": "none", "procurement_budget": 5, "procurement_above_limit": false})",
     "procurement_budget:differs procurement_above_limit:differs"},
    {R"({"procurement_kind": "goods", "procurement_budget": 5})", ""},
    {R"({"quality_awards": [], "quality_awards_paid": ["china_quality_award"]})",
     "quality_awards_paid:differs"},
};

void check(const Row& row) {
  const auto knowledge = knowledgeOf(row.profile);
  BOOST_TEST(warningsOf(knowledge) == row.warnings);
  for (const facts::Warning& warning : knowledge.warnings) {
    BOOST_TEST(!warning.message.empty());
    BOOST_TEST(startsInEnglish(warning.message_en), warning.message_en);
  }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(Contradictions)

BOOST_DATA_TEST_CASE(code_and_type, kCodes, row) {
  check(row);
}
BOOST_DATA_TEST_CASE(founders, kFounders, row) {
  check(row);
}
BOOST_DATA_TEST_CASE(branches, kBranches, row) {
  check(row);
}
BOOST_DATA_TEST_CASE(follow_up_questions, kDetails, row) {
  check(row);
}

// Every follow-up of the vocabulary with an answer that does not lead to it.
BOOST_AUTO_TEST_CASE(every_follow_up_is_compared_with_its_parent) {
  const facts::Vocabulary& vocabulary = realFacts().vocabulary;
  std::size_t details = 0;
  for (std::size_t i = 0; i < vocabulary.facts().size(); ++i) {
    const facts::Fact& detail = vocabulary.facts()[i];
    if (!detail.detail_of) continue;
    ++details;
    BOOST_TEST_CONTEXT(detail.id) {
      const facts::Fact& parent = vocabulary.fact(detail.detail_of->parent);
      const facts::OptionSet others = parent.allOptions().without(detail.detail_of->options);
      facts::Profile profile(vocabulary.facts().size());
      profile[static_cast<facts::FactIndex>(i)] = {true, facts::OptionSet::of(0), 1, {}};
      facts::Given& above = profile[detail.detail_of->parent];
      const auto differs = [&] {
        const auto knowledge = facts::derive(profile, vocabulary, realFacts().standard);
        return warningsOf(knowledge).find(detail.id + ":differs") != std::string::npos;
      };
      BOOST_TEST(!differs());  // the parent is not known
      // Without another option, an empty list does not lead to the follow-up.
      above = {true, {}, 0, {}};
      if (!others.isEmpty()) above.options.add(others.first());
      BOOST_TEST(differs());
      const facts::OptionSet leading = detail.detail_of->options;
      above = {true, facts::OptionSet::of(leading.first()), 0, {}};
      BOOST_TEST(!differs());
    }
  }
  BOOST_TEST(details > 0U);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::test

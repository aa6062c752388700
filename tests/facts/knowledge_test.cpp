#include "policycalc/facts/knowledge.h"

#include <map>
#include <ostream>
#include <string>

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "facts/real_facts.h"

namespace policycalc::test {

namespace {

struct Row {
  const char* profile;
  const char* options;
  const char* asked;
  const char* warnings;
};
std::ostream& operator<<(std::ostream& out, const Row& row) {
  return out << row.profile;
}

constexpr const char* kAllOwners = "private state_controlled collective foreign hmt";

const Row kOwnership[] = {
    {R"({})", kAllOwners, "ownership entity_type", ""},
    {R"({"entity_type": "company"})", kAllOwners, "ownership", ""},
    {R"({"ownership": "foreign"})", "foreign", "", ""},
    {R"({"entity_type": "individual_business"})", "private", "", ""},
    {R"({"entity_type": "sole_proprietorship"})", "private", "", ""},
    {R"({"entity_type": "sole_proprietorship", "ownership": "private"})", "private", "", ""},
    {R"({"entity_type": "individual_business", "ownership": "state_controlled"})", "private", "",
     "ownership:overruled"},
    {R"({"entity_type": "partnership", "ownership": "state_controlled"})", "state_controlled", "",
     ""},
};

constexpr const char* kAllIndustries =
    "agriculture industry construction wholesale retail transport warehousing postal accommodation "
    "catering information_transmission software_it real_estate property_management "
    "leasing_business_services other";

const Row kIndustry[] = {
    {R"({})", kAllIndustries, "size_industry", ""},
    {R"({"industry_code": "C3985"})", "industry", "", ""},
    {R"({"size_industry": "retail"})", "retail", "", ""},
    {R"({"industry_code": "F", "size_industry": "retail"})", "retail", "", ""},
    {R"({"industry_code": "F"})", "wholesale retail", "size_industry", ""},
    {R"({"industry_code": "J66"})", kAllIndustries, "size_industry", ""},
    // A given industry overrules that of the code, with a warning.
    {R"({"industry_code": "C3985", "size_industry": "retail"})", "retail", "",
     "size_industry:differs"},
    {R"({"industry_code": "C66", "size_industry": "retail"})", "retail", "",
     "industry_code:unknown_industry"},
    {R"({"industry_code": "99"})", kAllIndustries, "size_industry",
     "industry_code:unknown_industry"},
};

const Row kWarned[] = {
    {R"({"credit_code": "91512081MA62K0260E"})", "", "", ""},
    {R"({"credit_code": "91512081 ma62k0260e"})", "", "", ""},
    {R"({"credit_code": "91512081MA62K0260F"})", "", "", "credit_code:checksum"},
    {R"({"credit_code": "91512081MA62KO260E"})", "", "", "credit_code:alphabet"},
    {R"({"credit_code": "1"})", "", "", "credit_code:length"},
    {R"({"credit_code": "B19903001922038225"})", "", "",
     "credit_code:department credit_code:region credit_code:organisation_checksum "
     "credit_code:checksum"},
    {R"({"registration_status": "deregistered"})", "", "", "registration_status:deregistered"},
    {R"({"registration_status": "planning_deregistration"})", "", "", ""},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(WhatIsKnown)

BOOST_DATA_TEST_CASE(ownership, kOwnership, row) {
  const auto knowledge = knowledgeOf(row.profile);
  BOOST_TEST(possible(knowledge, "ownership") == row.options);
  BOOST_TEST(idsOf(knowledge.ask_for_ownership) == row.asked);
  BOOST_TEST(warningsOf(knowledge) == row.warnings);
}

BOOST_DATA_TEST_CASE(size_industry, kIndustry, row) {
  const auto knowledge = knowledgeOf(row.profile);
  BOOST_TEST(possible(knowledge, "size_industry") == row.options);
  BOOST_TEST(idsOf(knowledge.ask_for_industry) == row.asked);
  BOOST_TEST(warningsOf(knowledge) == row.warnings);
}

BOOST_DATA_TEST_CASE(warnings_never_block, kWarned, row) {
  const auto knowledge = knowledgeOf(row.profile);
  BOOST_TEST(warningsOf(knowledge) == row.warnings);
  for (const facts::Warning& warning : knowledge.warnings) {
    BOOST_TEST(!warning.message.empty());
    BOOST_TEST(startsInEnglish(warning.message_en), warning.message_en);
  }
}

// Four states of registration matter and give a warning; the others, and none, change nothing.
BOOST_AUTO_TEST_CASE(states_of_the_register) {
  using facts::Registration;
  const std::map<std::string, Registration> counting{
      {"not_yet_registered", Registration::kNotYetRegistered},
      {"revoked", Registration::kRevoked},
      {"in_bankruptcy", Registration::kInBankruptcy},
      {"deregistered", Registration::kDeregistered}};
  BOOST_TEST((knowledgeOf("{}").registration == Registration::kOther));
  BOOST_TEST(facts::codeOf(Registration::kOther).empty());
  for (const auto& [code, registration] : counting) {
    BOOST_TEST(facts::codeOf(registration) == code);
  }
  std::size_t found = 0;
  for (const facts::Option& option : fact("registration_status").options) {
    BOOST_TEST_CONTEXT(option.code) {
      const auto knowledge = knowledgeOf(R"({"registration_status": ")" + option.code + "\"}");
      const auto at = counting.find(option.code);
      found += at == counting.end() ? 0 : 1;
      BOOST_TEST(
          (knowledge.registration == (at == counting.end() ? Registration::kOther : at->second)));
      BOOST_TEST(warningsOf(knowledge) ==
                 (at == counting.end() ? "" : "registration_status:" + option.code));
    }
  }
  BOOST_TEST(found == counting.size());
}

// A missing answer is unknown: a choice keeps all its options, a list or a number is not known.
BOOST_AUTO_TEST_CASE(an_empty_profile_leaves_every_fact_unknown) {
  const auto knowledge = knowledgeOf("{}");
  BOOST_REQUIRE(knowledge.facts.size() == realFacts().vocabulary.facts().size());
  for (std::size_t i = 0; i < knowledge.facts.size(); ++i) {
    const facts::Fact& fact = realFacts().vocabulary.facts()[i];
    BOOST_TEST(!knowledge.facts[i].known, fact.id);
    const bool single =
        fact.type == facts::FactType::kChoice || fact.type == facts::FactType::kBoolean;
    const facts::OptionSet open = single ? fact.allOptions() : facts::OptionSet();
    BOOST_TEST((knowledge.facts[i].options == open), fact.id);
    const bool may_be_none = fact.id == "ownership" || fact.id == "enterprise_size";
    BOOST_TEST(knowledge.facts[i].none == may_be_none, fact.id);
  }
  BOOST_TEST(warningsOf(knowledge) == "");
}

BOOST_AUTO_TEST_CASE(given_facts_are_known) {
  const auto knowledge = knowledgeOf(
      R"({"employees": 0, "annual_revenue": 12.5, "loan_need": false, "quality_awards": []})");
  const auto of = [&](const char* id) { return knowledge.facts[factIndex(id)]; };
  BOOST_TEST((of("employees").known && of("employees").number == 0));
  BOOST_TEST((of("annual_revenue").known && of("annual_revenue").number == 1250));
  BOOST_TEST((of("loan_need").known && of("loan_need").options == facts::kFalse));
  BOOST_TEST((of("quality_awards").known && of("quality_awards").options.isEmpty()));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::test

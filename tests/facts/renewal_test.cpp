// Profiles of an earlier vocabulary, converted to the current one.
#include <ostream>
#include <string>

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "policycalc/base/text.h"
#include "policycalc/facts/profile.h"
#include "policycalc/facts/retired.h"
#include "policycalc/json/writer.h"

#include "facts/json_text.h"
#include "facts/real_facts.h"

namespace policycalc::test {

namespace {

struct Row {
  const char* old;
  const char* renewed;
  const char* renewals;  ///< each fact, with `!` if it has to be answered again
};
std::ostream& operator<<(std::ostream& out, const Row& row) {
  return out << row.old;
}

const Row kProfiles[] = {
    {R"({})", R"({})", ""},
    {R"({"employees":5,"situations":["arrears"],"quality_awards":[]})",
     R"({"employees":5,"situations":["arrears"],"quality_awards":[]})", ""},
    // A retired question disappears.
    {R"({"credit_risk_class":"A","employees":5})", R"({"employees":5})", "credit_risk_class"},
    // An answer with two possible counterparts: the whole fact is open again.
    {R"({"situations":["ip_dispute"]})", R"({})", "situations!"},
    {R"({"situations":["arrears","ip_dispute","penalty"],"employees":5})", R"({"employees":5})",
     "situations!"},
    // One answer became a list.
    {R"({"training_plan":"job_skills"})", R"({"training_plan":["job_skills"]})", ""},
    {R"({"training_plan":"none"})", R"({"training_plan":[]})", "training_plan"},
    {R"({"training_plan":["none"]})", R"({"training_plan":[]})", "training_plan"},
    {R"({"training_plan":["none","job_skills"]})", R"({"training_plan":["job_skills"]})",
     "training_plan"},
    {R"({"training_plan":null})", R"({"training_plan":null})", ""},
    {R"({"training_plan":[]})", R"({"training_plan":[]})", ""},
    {R"({"credit_risk_class":"A","situations":["ip_dispute"],"training_plan":"none"})",
     R"({"training_plan":[]})", "credit_risk_class situations! training_plan"},
    // A retired name applies only to its own fact.
    {R"({"quality_awards":["ip_dispute"]})", R"({"quality_awards":["ip_dispute"]})", ""},
    {R"({"land_need":"none"})", R"({"land_need":"none"})", ""},
};

// A form that no vocabulary ever had stays, so that reading refuses it.
const char* const kNeverWritten[] = {
    R"({"training_plan":true})",
    R"({"training_plan":5})",
    R"({"training_plan":{"a":1}})",
    R"({"training_plan":[5]})",
    R"({"training_plan":[["none"]]})",
    R"({"no_such_fact":"none"})",
    R"({"situations":["no_such_option"]})",
    R"([])",
    R"("none")",
    "null",
    "5",
};

std::string textOf(const json::Value& value) {
  json::Writer writer;
  writer.value(value);
  return writer.take();
}

facts::RenewedProfile renewed(const char* text) {
  return facts::renew(parse(text), realFacts().vocabulary);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(Renewal)

BOOST_DATA_TEST_CASE(old_answers_in_the_words_of_today, kProfiles, row) {
  const facts::RenewedProfile result = renewed(row.old);
  BOOST_TEST(textOf(result.profile) == row.renewed);
  std::vector<std::string> renewals;
  for (const facts::Renewal& each : result.renewals) {
    BOOST_TEST(!each.note.empty());
    renewals.push_back(each.fact + (each.lost ? "!" : ""));
  }
  BOOST_TEST(base::join(renewals, " ") == row.renewals);
}

BOOST_DATA_TEST_CASE(unknown_answers_stay_as_they_are, kNeverWritten, text) {
  const facts::RenewedProfile result = renewed(text);
  BOOST_TEST(textOf(result.profile) == text);
  BOOST_TEST(result.renewals.empty());
  BOOST_TEST(!facts::readProfile(result.profile, realFacts().vocabulary, "").ok());
}

// Every retired name: the result can be read, and renewing it again changes nothing.
BOOST_AUTO_TEST_CASE(every_retired_name_is_renewed_for_good) {
  const facts::Vocabulary& vocabulary = realFacts().vocabulary;
  std::string old = "{";
  for (const facts::RetiredFact& fact : vocabulary.retired().facts()) {
    old += (old.size() > 1 ? ",\"" : "\"") + fact.id + R"(": "x")";
  }
  for (const facts::RetiredOption& option : vocabulary.retired().options()) {
    old += (old.size() > 1 ? ",\"" : "\"") + option.fact + R"(": ")" + option.code + "\"";
  }
  old += "}";
  const auto once = renewed(old.c_str());
  BOOST_TEST(once.renewals.size() ==
             vocabulary.retired().facts().size() + vocabulary.retired().options().size());
  BOOST_TEST(facts::readProfile(once.profile, vocabulary, "").ok());
  const auto twice = facts::renew(once.profile, vocabulary);
  BOOST_TEST(textOf(twice.profile) == textOf(once.profile));
  BOOST_TEST(twice.renewals.empty());
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::test

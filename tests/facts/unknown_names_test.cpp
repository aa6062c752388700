// Names that the vocabulary does not have: each is refused with suggestions.
#include <ostream>
#include <string>

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "policycalc/base/text.h"
#include "policycalc/facts/profile.h"

#include "facts/json_text.h"
#include "facts/real_facts.h"
#include "facts/small_vocabulary.h"

namespace policycalc::test {

namespace {

struct Row {
  const char* profile;
  const char* issue;    ///< pointer and code
  const char* instead;  ///< the names, separated by blanks
};
std::ostream& operator<<(std::ostream& out, const Row& row) {
  return out << row.profile;
}

const Row kFacts[] = {
    {R"({"employe": 5})", "/employe unknown_fact", "employees"},
    {R"({"Employees": 5})", "/Employees unknown_fact", "employees"},
    {R"({"enterprise": "small"})", "/enterprise unknown_fact", "enterprise_size"},
    {R"({"annual_revnue": 5})", "/annual_revnue unknown_fact", "annual_revenue"},
    {R"({"人数": 5})", "/人数 unknown_fact", ""},
    {R"({"": 5})", "/ unknown_fact", ""},
    {R"({"no_such_thing": null})", "/no_such_thing unknown_fact", ""},
    {R"({"credit_risk_class": "A"})", "/credit_risk_class retired_fact", ""},
    {R"({"credit_risk_class": null})", "/credit_risk_class retired_fact", ""},
};

const Row kOptions[] = {
    {R"({"ownership": "privat"})", "/ownership unknown_option", "private"},
    {R"({"ownership": "PRIVATE"})", "/ownership unknown_option", "private"},
    {R"({"ownership": "民营"})", "/ownership unknown_option", "private"},
    {R"({"ownership": "国有"})", "/ownership unknown_option", "state_controlled"},
    {R"({"ownership": "港澳台投资"})", "/ownership unknown_option", "hmt"},
    {R"({"ownership": "Private"})", "/ownership unknown_option", "private"},
    {R"({"ownership": "营"})", "/ownership unknown_option", ""},
    {R"({"ownership": ""})", "/ownership unknown_option", ""},
    {R"({"ownership": "none"})", "/ownership unknown_option", ""},
    {R"({"enterprise_size": "none"})", "/enterprise_size unknown_option", ""},
    {R"({"enterprise_size": "小型"})", "/enterprise_size unknown_option", "small"},
    {R"({"district": "360782"})", "/district unknown_option", "360703"},
    {R"({"district": "360721"})", "/district unknown_option", "360704"},
    {R"({"district": "360727"})", "/district unknown_option", "360783"},
    {R"({"district": "南康"})", "/district unknown_option", "360703"},
    {R"({"quality_awards": ["china_quality_award", "jinggang_quality_awards"]})",
     "/quality_awards/1 unknown_option", "jinggang_quality_award"},
    {R"({"situations": ["arrears", "ip_dispute"]})", "/situations/1 retired_option",
     "ip_infringed ip_accused"},
    {R"({"training_plan": ["none"]})", "/training_plan/0 retired_option", ""},
    // The fact once took a single answer: that form is explained, too.
    {R"({"training_plan": "none"})", "/training_plan retired_option", ""},
    {R"({"training_plan": "job_skills"})", "/training_plan wrong_type", ""},
    // A retired name applies only to its own fact.
    {R"({"planned_applications": ["ip_dispute"]})", "/planned_applications/0 unknown_option", ""},
    {R"({"situations": "ip_dispute"})", "/situations retired_option", "ip_infringed ip_accused"},
};

base::Issue issueOf(const char* profile) {
  const auto read = facts::readProfile(parse(profile), realFacts().vocabulary, "");
  BOOST_REQUIRE(!read.ok());
  BOOST_REQUIRE(read.error().size() == 1U);
  BOOST_TEST(worded(read.error()));
  return read.error().front();
}

void check(const Row& row) {
  const base::Issue issue = issueOf(row.profile);
  BOOST_TEST(issue.pointer + " " + issue.code == row.issue);
  BOOST_TEST(base::join(issue.instead, " ") == row.instead);
  if (issue.code.rfind("retired", 0) == 0) return;  // its note names them in words
  for (const std::string& name : issue.instead) {
    BOOST_TEST(issue.message.find("`" + name + "`") != std::string::npos, issue.message);
  }
}

facts::Vocabulary withFormerCodes(const char* codes) {
  base::Issues issues;
  const json::Value document = parse(replaced(
      smallVocabulary(), R"("code": "here", "label": "本市")",
      R"("former_codes": )" + std::string(codes) + R"(, "code": "here", "label": "本市")"));
  const json::IssueSink sink{"facts.json", issues};
  json::Decoder root(document, "", sink);
  auto vocabulary = facts::Vocabulary::load(root);
  BOOST_REQUIRE_MESSAGE(issues.empty(), listed(issues));
  return vocabulary;
}

std::string messageOn(const facts::Vocabulary& vocabulary, const char* profile) {
  const auto read = facts::readProfile(parse(profile), vocabulary, "");
  BOOST_REQUIRE(!read.ok());
  return read.error().front().message;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(UnknownNames)

BOOST_DATA_TEST_CASE(facts, kFacts, row) {
  check(row);
}

BOOST_DATA_TEST_CASE(options, kOptions, row) {
  check(row);
}

BOOST_AUTO_TEST_CASE(a_retired_name_says_why) {
  BOOST_TEST(issueOf(R"({"credit_risk_class": "A"})").message.find("企业不用回答") !=
             std::string::npos);
  BOOST_TEST(issueOf(R"({"situations": ["ip_dispute"]})").message.find("知识产权") !=
             std::string::npos);
}

// A renamed place is explained with its new name and, if known, the day.
BOOST_AUTO_TEST_CASE(a_former_code_is_told_with_its_successor) {
  const char* profile = R"({"district": "360782"})";
  BOOST_TEST(
      messageOn(withFormerCodes(R"([{ "code": "360782", "until": "2013-11-18" }])"), profile) ==
      "`360782` is not an option of `district`: it is `here` 本市 now; the old code was in use "
      "until 2013-11-18");
  BOOST_TEST(
      messageOn(withFormerCodes(R"([{ "code": "360782", "until": "2013-11" }])"), profile) ==
      "`360782` is not an option of `district`: it is `here` 本市 now; the old code was in use "
      "until 2013-11");
  const std::string undated = "`360782` is not an option of `district`: it is `here` 本市 now";
  BOOST_TEST(messageOn(withFormerCodes(R"([{ "code": "360782", "until": null }])"), profile) ==
             undated);
  // The form of earlier versions, without days.
  BOOST_TEST(messageOn(withFormerCodes(R"(["360782"])"), profile) == undated);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::test

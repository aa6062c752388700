// An applicant who was stored under an earlier vocabulary is read under today's.
#include <string>

#include <boost/test/unit_test.hpp>

#include "policycalc/json/writer.h"

#include "desk/applicants/applicant_record.h"
#include "desk/casework.h"
#include "live/older_profile.h"
#include "support/json_path.h"

namespace policycalc::desk::test {
namespace {

using http::test::Reply;
using policycalc::test::at;
using policycalc::test::parse;
using policycalc::test::textAt;
using policycalc::test::withText;

/// Stores an applicant as an earlier service sealed it, with every fact verified, and gives its id.
std::int64_t keepOlderApplicant(const live::LiveService& service) {
  const vault::Key key = vault::Key::random();
  ApplicantRecord record;
  record.contact = "13800000000";
  record.profile = parse(live::kOlderProfile);
  for (const json::Member& member : record.profile.members) {
    record.provenance[member.key] = {.verified = true, .staff_id = 1, .at = service.now()};
  }
  store::Applicant applicant;
  applicant.county = kZhanggong;
  applicant.key_by_service = wrapApplicantKey(key, service.serviceKey());
  applicant.sealed_name = vault::seal("红星家具厂", key, sealed_as::kName);
  applicant.sealed = sealRecord(record, key);
  applicant.authorisation.given = AuthorisationWay::kPaper;
  applicant.authorisation.for_matters = true;
  applicant.authorisation.until = service.now() + std::chrono::days(30);
  applicant.authorisation.sealed_by = vault::seal("王经理", key, sealed_as::kGivenBy);
  const store::Actor actor{.staff_id = 1, .address = {}, .at = service.now()};
  return *service.store().applicants().add(applicant, actor);
}

void checkRenewed(const json::Value& shown) {
  BOOST_TEST(json::canonical(at(shown, "/profile")) ==
             json::canonical(parse(live::kOlderProfileToday)));
  const json::Value& renewals = at(shown, "/renewals");
  BOOST_TEST_REQUIRE(renewals.elements.size() == 2U);
  BOOST_TEST(at(withText(renewals, "/fact", "situations"), "/lost").boolean);
  BOOST_TEST(!at(withText(renewals, "/fact", "credit_risk_class"), "/lost").boolean);
  // An answer that is gone has no mark.
  for (const json::Member& origin : at(shown, "/provenance").members) {
    BOOST_TEST(at(shown, "/profile").find(origin.key) != nullptr, origin.key);
  }
}

struct Desk {
  live::LiveService service;
  Browser clerk = signedInAt(service, "wang", "clerk", kZhanggong);
  const std::string path = "/applicants/" + std::to_string(keepOlderApplicant(service));
};

}  // namespace

BOOST_AUTO_TEST_SUITE(DeskOlderVocabulary)

BOOST_FIXTURE_TEST_CASE(an_applicant_reads_back_in_todays_words, Desk) {
  const json::Value shown = bodyOf(clerk.get(path));
  checkRenewed(shown);
  BOOST_TEST(textAt(shown, "/provenance/training_plan/by") == "verified");
}

BOOST_FIXTURE_TEST_CASE(an_applicant_is_matched_with_the_remaining_answers, Desk) {
  const Reply matched = clerk.get(path + "/match");
  BOOST_TEST_REQUIRE(matched.status == 200, matched.text);
  BOOST_TEST(json::canonical(at(parse(matched.body), "/profile/given")) ==
             json::canonical(parse(live::kOlderProfileToday)));
}

BOOST_FIXTURE_TEST_CASE(a_change_keeps_only_todays_words, Desk) {
  const std::string profile =
      R"({"district":"360702","situations":["ip_accused"],"training_plan":["job_skills"]})";
  const Reply changed =
      clerk.put(path, changedApplicant(1, profile, R"(["training_plan"])", "红星家具厂"));
  BOOST_TEST_REQUIRE(changed.status == 200, changed.text);
  const json::Value shown = bodyOf(clerk.get(path));
  BOOST_TEST(json::canonical(at(shown, "/profile")) == json::canonical(parse(profile)));
  BOOST_TEST(at(shown, "/renewals").elements.empty());
  BOOST_TEST(textAt(shown, "/provenance/situations/by") == "declared");
}

BOOST_FIXTURE_TEST_CASE(a_matter_shows_it_so_too, Desk) {
  const Reply opened = clerk.post("/matters", newMatter(path.substr(path.rfind('/') + 1), kFair));
  BOOST_TEST_REQUIRE(opened.status == 201, opened.text);
  checkRenewed(bodyOf(opened));
}

BOOST_FIXTURE_TEST_CASE(by_code_the_desk_is_told_which_answers_were_renewed, Desk) {
  const std::string code = live::keepOlderProfile(service, true);
  const Reply added = clerk.send("POST", "/applicants", byCodeBody(), live::bearer(code));
  BOOST_TEST_REQUIRE(added.status == 201, added.text);
  checkRenewed(bodyOf(added));
  BOOST_TEST(textAt(bodyOf(added), "/same_name") == "1");
}

BOOST_AUTO_TEST_CASE(texts_of_a_matter_open_under_the_words_that_they_were_sealed_with) {
  const vault::Key key = vault::Key::random();
  BOOST_TEST(openSealed(vault::seal("原件已看", key, "case/note"), key, sealed_as::kNote) ==
             "原件已看");
  BOOST_TEST(openSealed(vault::seal("缺一份证书", key, "case/reason"), key, sealed_as::kReason) ==
             "缺一份证书");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::desk::test

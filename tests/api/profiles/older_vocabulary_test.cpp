// What owners saved in the words of an earlier vocabulary is read back in those of today.
#include <string>

#include <boost/test/unit_test.hpp>

#include "policycalc/json/writer.h"

#include "live/older_profile.h"
#include "live/saving.h"
#include "support/json_path.h"

namespace policycalc::api::test {
namespace {

using policycalc::test::at;
using policycalc::test::parse;
using policycalc::test::textAt;
using policycalc::test::withText;

json::Value mine(const live::LiveService& service, const std::string& code) {
  const auto reply = service.get(live::kMine, live::bearer(code));
  BOOST_TEST_REQUIRE(reply.status == 200, reply.text);
  return parse(reply.body);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(OlderProfile)

BOOST_AUTO_TEST_CASE(reads_back_in_todays_words_and_says_what_changed) {
  const live::LiveService service;
  const json::Value shown = mine(service, live::keepOlderProfile(service));
  BOOST_TEST(json::canonical(at(shown, "/profile")) ==
             json::canonical(parse(live::kOlderProfileToday)));
  const json::Value& renewals = at(shown, "/renewals");
  BOOST_TEST_REQUIRE(renewals.elements.size() == 2U);
  const json::Value& situations = withText(renewals, "/fact", "situations");
  BOOST_TEST(at(situations, "/lost").boolean);
  BOOST_TEST(!textAt(situations, "/note").empty());
  const json::Value& risk = withText(renewals, "/fact", "credit_risk_class");
  BOOST_TEST(!at(risk, "/lost").boolean);
  BOOST_TEST(!textAt(risk, "/note").empty());
}

BOOST_AUTO_TEST_CASE(no_plan_becomes_an_empty_list) {
  const live::LiveService service;
  const json::Value shown =
      mine(service, live::keepOlderProfile(service, false, R"({"training_plan":"none"})"));
  BOOST_TEST(at(shown, "/profile/training_plan").isArray());
  BOOST_TEST(at(shown, "/profile/training_plan").elements.empty());
  BOOST_TEST(!at(withText(at(shown, "/renewals"), "/fact", "training_plan"), "/lost").boolean);
}

BOOST_AUTO_TEST_CASE(can_be_matched_and_saved_as_it_is_read_back) {
  const live::LiveService service;
  const std::string code = live::keepOlderProfile(service);
  const std::string profile = json::canonical(at(mine(service, code), "/profile"));
  const auto matched = service.post("/api/v1/match", R"({"profile":)" + profile + "}");
  BOOST_TEST(matched.status == 200, matched.text);
  const auto changed = service.put(live::kMine, R"({"profile":)" + profile + R"(,"revision":1})",
                                   live::bearer(code));
  BOOST_TEST(changed.status == 200, changed.text);
  const json::Value again = mine(service, code);
  BOOST_TEST(json::canonical(at(again, "/profile")) == profile);
  BOOST_TEST(at(again, "/renewals").elements.empty());
}

BOOST_AUTO_TEST_CASE(old_words_are_refused_in_what_is_saved_now) {
  const live::LiveService service;
  const auto refused =
      service.post("/api/v1/profiles", R"({"profile":)" + std::string(live::kOlderProfile) +
                                           R"(,"expires_in_days":30})");
  BOOST_TEST(refused.status == 400);
  const json::Value issues = at(parse(refused.body), "/issues");
  BOOST_TEST(textAt(withText(issues, "/pointer", "/profile/situations/1"), "/code") ==
             "retired_option");
  BOOST_TEST(textAt(withText(issues, "/pointer", "/profile/credit_risk_class"), "/code") ==
             "retired_fact");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::api::test

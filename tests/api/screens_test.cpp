#include <set>
#include <string>
#include <vector>

#include <boost/test/unit_test.hpp>

#include "policycalc/json/writer.h"

#include "live/live_service.h"
#include "support/json_path.h"

namespace policycalc::api::test {
namespace {

using policycalc::test::at;
using policycalc::test::parse;
using policycalc::test::textAt;
using policycalc::test::withText;

json::Value screensOf(const live::LiveService& service) {
  const auto reply = service.get("/api/v1/screens");
  BOOST_TEST_REQUIRE(reply.status == 200, reply.text);
  return parse(reply.body);
}

json::Value answerTo(const live::LiveService& service, const std::string& body) {
  const auto reply = service.post("/api/v1/match", R"({"detail":"full",)" + body.substr(1));
  BOOST_TEST_REQUIRE(reply.status == 200, reply.text);
  return parse(reply.body);
}

std::string nextOf(const live::LiveService& service, const std::string& profile,
                   const std::string& passed = "[]") {
  const json::Value answer =
      answerTo(service, R"({"profile":)" + profile + R"(,"passed":)" + passed +
                            R"(,"as_of":"2026-11-29","include":[]})");
  const json::Value& next = at(answer, "/next_screen");
  return next.isNull() ? "none" : textAt(next, "/id");
}

}  // namespace

BOOST_AUTO_TEST_SUITE(ScreensEndpoint)

BOOST_AUTO_TEST_CASE(screens_come_in_order_with_the_catalogue) {
  const live::LiveService service;
  const json::Value list = screensOf(service);
  BOOST_TEST(textAt(list, "/catalogue") == live::realCatalogue()->hash());
  const auto& screens = at(list, "/screens").elements;
  BOOST_TEST_REQUIRE(screens.size() == live::realCatalogue()->screens().all().size());
  BOOST_TEST(textAt(screens.front(), "/id") == "kind");
  BOOST_TEST(!at(screens.front(), "/second").elements.empty());
  BOOST_TEST(service.get("/api/v1/screens?level=1").status == 400);
}

// The figures of the bands are those of the size standard.
BOOST_AUTO_TEST_CASE(bands_are_worded_from_the_size_standard) {
  const live::LiveService service;
  const json::Value list = screensOf(service);
  const json::Value& size = withText(at(list, "/screens"), "/id", "size");
  const json::Value& micro = withText(at(size, "/options"), "/id", "catering_micro");
  BOOST_TEST(textAt(micro, "/label") == "不到10人，或者上年营业收入不到100万元");
  BOOST_TEST(textAt(micro, "/label_en") ==
             "Fewer than 10 people, or last year's revenue below CNY 1,000,000");
  BOOST_TEST(textAt(micro, "/sets/enterprise_size") == "micro");
  BOOST_TEST(textAt(micro, "/when/in/0") == "catering");
  BOOST_TEST(at(micro, "/begins").members.empty());
  const json::Value& small = withText(at(size, "/options"), "/id", "catering_small");
  BOOST_TEST(textAt(small, "/begins/employees") == "10");
  BOOST_TEST(textAt(small, "/begins/annual_revenue") == "1000000");
  BOOST_TEST(textAt(withText(at(size, "/fields"), "/fact", "total_assets"), "/when/fact") ==
             "size_industry");
}

BOOST_AUTO_TEST_CASE(groups_have_both_languages) {
  const live::LiveService service;
  const json::Value list = screensOf(service);
  std::size_t grouped = 0;
  for (const json::Value& screen : at(list, "/screens").elements) {
    for (const json::Value& option : at(screen, "/options").elements) {
      BOOST_TEST(at(option, "/group").isNull() == at(option, "/group_en").isNull());
      if (!at(option, "/group").isNull()) ++grouped;
    }
  }
  BOOST_TEST(grouped > 0U);
  const json::Value& trade = withText(at(list, "/screens"), "/id", "trade");
  BOOST_TEST(textAt(withText(at(trade, "/options"), "/id", "shop"), "/group_en") ==
             "Trade and transport");
}

// An unchanged list is not sent twice.
BOOST_AUTO_TEST_CASE(screens_have_an_etag) {
  const live::LiveService service;
  const std::string etag = service.get("/api/v1/screens").header("ETag");
  BOOST_TEST_REQUIRE(!etag.empty());
  const auto again = service.get("/api/v1/screens", "If-None-Match: " + etag + "\r\n");
  BOOST_TEST(again.status == 304);
  BOOST_TEST(again.body.empty());
}

// Whatever a screen sets is a profile that the service takes.
BOOST_AUTO_TEST_CASE(every_answer_that_a_screen_sets_can_be_matched) {
  const live::LiveService service;
  const json::Value list = screensOf(service);
  std::size_t matched = 0;
  for (const json::Value& screen : at(list, "/screens").elements) {
    std::vector<json::Value> answers;
    if (!at(screen, "/none").isNull()) answers.push_back(at(screen, "/none/sets"));
    for (const char* line : {"/options", "/second"}) {
      for (const json::Value& option : at(screen, line).elements) {
        answers.push_back(at(option, "/sets"));
      }
    }
    // One of each screen is enough over the wire: the loader has checked them all.
    if (answers.empty()) continue;
    answerTo(service, R"({"profile":)" + json::canonical(answers.back()) + R"(,"include":[]})");
    ++matched;
  }
  BOOST_TEST(matched >= 8U);
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(WhatAnswersTell)

// Pages order a result by this, so that no script names a fact.
BOOST_AUTO_TEST_CASE(facts_and_options_say_it) {
  const live::LiveService service;
  const json::Value list = parse(service.get("/api/v1/facts").body);
  const auto fact = [&](const char* id) { return withText(at(list, "/facts"), "/id", id); };
  BOOST_TEST(textAt(fact("loan_need"), "/tells") == "plan");
  BOOST_TEST(textAt(fact("situations"), "/tells") == "trouble");
  BOOST_TEST(textAt(fact("district"), "/tells") == "common");
  BOOST_TEST(at(fact("employees"), "/tells").isNull());
  const json::Value situations = fact("situations");
  const auto urgent = [&](const char* code) {
    return at(withText(at(situations, "/options"), "/code", code), "/urgent");
  };
  BOOST_TEST(urgent("penalty").text == "term");
  BOOST_TEST(urgent("insolvency").text == "distress");
  BOOST_TEST(urgent("arrears").isNull());
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(NextScreenOfAMatch)

BOOST_AUTO_TEST_CASE(an_empty_profile_begins_with_the_kind) {
  const live::LiveService service;
  const json::Value answer = answerTo(service, R"({"profile":{},"include":[]})");
  BOOST_TEST(textAt(answer, "/next_screen/id") == "kind");
  BOOST_TEST(!at(answer, "/next_screen/decides").elements.empty());
  BOOST_TEST(textAt(answer, "/next_screen/facts/0") == "entity_type");
}

BOOST_AUTO_TEST_CASE(a_bank_is_asked_for_its_ratios_early) {
  const live::LiveService service;
  const std::string bank =
      R"({"entity_type":"bank","ownership":"private","registration_status":"active")";
  BOOST_TEST(nextOf(service, bank + "}") == "district");
  BOOST_TEST(nextOf(service, bank + R"(,"district":"360702"})") == "bank");
  BOOST_TEST(nextOf(service, bank + R"(,"district":"360702"})", R"(["bank"])") != "bank");
}

// The project comes directly after the tick.
BOOST_AUTO_TEST_CASE(a_bidder_is_asked_for_the_project) {
  const live::LiveService service;
  const std::string bidder =
      R"({"entity_type":"company","ownership":"private","registration_status":"active",)"
      R"("district":"360702","size_industry":"industry","enterprise_size":"small",)"
      R"("business_tags":[],"situations":[],"procurement_kind":)";
  const std::string passed = R"(["kind","district","trade","size","troubles","plans"])";
  BOOST_TEST(nextOf(service, bidder + R"("goods"})", passed) == "project");
  BOOST_TEST(nextOf(service, bidder + R"("none"})", passed) == "titles");
}

BOOST_AUTO_TEST_CASE(a_deregistered_company_is_asked_nothing_more) {
  const live::LiveService service;
  BOOST_TEST(nextOf(service, R"({"registration_status":"deregistered"})") == "none");
}

BOOST_AUTO_TEST_CASE(passed_screens_are_not_offered_again) {
  const live::LiveService service;
  std::set<std::string> seen;
  std::string passed;
  while (true) {
    const std::string next = nextOf(service, "{}", "[" + passed + "]");
    if (next == "none") break;
    BOOST_TEST_REQUIRE(seen.insert(next).second);
    passed += (passed.empty() ? "\"" : ",\"") + next + "\"";
  }
  BOOST_TEST(seen.count("kind") == 1U);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::api::test

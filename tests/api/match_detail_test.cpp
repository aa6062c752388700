// How much an answer says: `detail`, and the measures that it is about.
#include <boost/test/unit_test.hpp>

#include "live/live_service.h"
#include "support/json_path.h"

namespace policycalc::api::test {
namespace {

using policycalc::test::at;
using policycalc::test::parse;
using policycalc::test::textAt;
using policycalc::test::withText;

constexpr std::string_view kWinner =
    R"("profile":{"district":"360702","ownership":"private","quality_awards":["china_quality_award"]},)"
    R"("as_of":"2026-11-25")";

/// The answer to the award winner with `more` members in the request.
json::Value answerTo(const live::LiveService& service, const std::string& more,
                     std::string_view company = kWinner) {
  const auto reply = service.post(
      "/api/v1/match", "{" + std::string(company) + (more.empty() ? "" : "," + more) + "}");
  BOOST_TEST_REQUIRE(reply.status == 200, reply.text);
  return parse(reply.body);
}

std::vector<std::string> keysOf(const json::Value& object) {
  std::vector<std::string> keys;
  for (const json::Member& member : object.members) keys.push_back(member.key);
  return keys;
}

using Keys = std::vector<std::string>;

}  // namespace

BOOST_AUTO_TEST_SUITE(MatchDetail)

BOOST_AUTO_TEST_CASE(core_is_the_default) {
  const live::LiveService service;
  for (const char* more : {"", R"("detail":null)", R"("detail":"core")"}) {
    BOOST_TEST(textAt(answerTo(service, more), "/detail") == "core");
  }
  BOOST_TEST(textAt(answerTo(service, R"("detail":"full")"), "/detail") == "full");
  BOOST_TEST(textAt(answerTo(service, R"("detail":"verdicts")"), "/detail") == "verdicts");
}

BOOST_AUTO_TEST_CASE(core_says_only_what_depends_on_the_profile) {
  const live::LiveService service;
  const json::Value answer = answerTo(service, "");
  const json::Value& match = withText(at(answer, "/matches"), "/id", "11.1.1a");
  BOOST_TEST(keysOf(match) == (Keys{"id", "verdict", "truth"}), boost::test_tools::per_element());
  BOOST_TEST(textAt(match, "/verdict") == "eligible");
  BOOST_TEST(textAt(match, "/truth").find_first_not_of('t') == std::string::npos);
  BOOST_TEST(textAt(answer, "/county") == "county-360702");
  BOOST_TEST(textAt(answer, "/totals/caveats/0") == "paid_once");
  BOOST_TEST(answer.find("units") == nullptr);
  BOOST_TEST(answer.find("after_registration") == nullptr);
  BOOST_TEST(at(answer, "/profile").find("warnings") == nullptr);
}

BOOST_AUTO_TEST_CASE(core_names_the_failed_condition_and_its_place) {
  const live::LiveService service;
  const json::Value answer = answerTo(service, "", R"("profile":{
      "entity_type":"company","enterprise_size":"micro","large_controlled":false,
      "procurement_kind":"goods","procurement_budget":2100000,"procurement_above_limit":true,
      "procurement_sme_suitable":true},"as_of":"2026-11-25")");
  const json::Value& match = withText(at(answer, "/matches"), "/id", "8.1.a");
  BOOST_TEST(textAt(match, "/verdict") == "not_eligible");
  BOOST_TEST(textAt(match, "/unmet/0/fact") == "procurement_budget");
  BOOST_TEST(textAt(match, "/unmet/0/gap/value") == "100000");
  const auto node = std::stoul(textAt(match, "/unmet/0/node"));
  BOOST_TEST(textAt(match, "/truth").at(node) == 'f');
}

BOOST_AUTO_TEST_CASE(verdicts_are_those_of_the_full_answer) {
  const live::LiveService service;
  const json::Value full = answerTo(service, R"("detail":"full")");
  const json::Value brief = answerTo(service, R"("detail":"verdicts")");
  BOOST_TEST(at(brief, "/verdicts").members.size() == at(full, "/matches").elements.size());
  for (const json::Value& match : at(full, "/matches").elements) {
    const json::Value* verdict = at(brief, "/verdicts").find(textAt(match, "/measure/id"));
    BOOST_TEST_REQUIRE(verdict != nullptr);
    BOOST_TEST(verdict->text == textAt(match, "/verdict"));
  }
  BOOST_TEST(json::canonical(at(brief, "/counts")) == json::canonical(at(full, "/counts")));
  BOOST_TEST(textAt(brief, "/totals/certain") == textAt(full, "/totals/certain"));
}

BOOST_AUTO_TEST_CASE(include_narrows_every_detail) {
  const live::LiveService service;
  const std::string only = R"("include":["eligible"])";
  const json::Value core = answerTo(service, only);
  const json::Value brief = answerTo(service, only + R"(,"detail":"verdicts")");
  const std::string eligible = textAt(core, "/counts/eligible");
  BOOST_TEST(std::to_string(at(core, "/matches").elements.size()) == eligible);
  BOOST_TEST(std::to_string(at(brief, "/verdicts").members.size()) == eligible);
}

BOOST_AUTO_TEST_CASE(a_selection_is_all_that_the_answer_is_about) {
  const live::LiveService service;
  for (const std::string detail : {"verdicts", "core", "full"}) {
    const json::Value answer =
        answerTo(service, R"("measures":["11.1.1a","8.1.a"],"detail":")" + detail + "\"");
    BOOST_TEST(textAt(answer, "/selected") == "2");
    int counted = 0;
    for (const json::Member& count : at(answer, "/counts").members) {
      counted += std::stoi(count.value.text);
    }
    BOOST_TEST(counted == 2);
    BOOST_TEST(textAt(answer, "/totals/certain") == "3000000");
  }
  const json::Value other = answerTo(service, R"("measures":["8.1.a"])");
  BOOST_TEST(textAt(other, "/totals/certain") == "0");
  BOOST_TEST(textAt(other, "/selected") == "1");
  BOOST_TEST(answerTo(service, "").find("selected") == nullptr);
}

BOOST_AUTO_TEST_CASE(questions_of_a_selection_are_those_that_it_misses) {
  const live::LiveService service;
  const json::Value all = answerTo(service, "");
  const json::Value some = answerTo(service, R"("measures":["8.1.a"])");
  const json::Value& match = at(some, "/matches/0");
  BOOST_TEST(textAt(match, "/verdict") == "undetermined");
  BOOST_TEST(at(some, "/questions").elements.size() == at(match, "/missing").elements.size());
  BOOST_TEST(json::canonical(match) ==
             json::canonical(withText(at(all, "/matches"), "/id", "8.1.a")));
}

BOOST_AUTO_TEST_CASE(topics_and_measures_narrow_together) {
  const live::LiveService service;
  std::size_t awards = 0;
  for (const catalogue::Clause* measure : live::realCatalogue()->measures()) {
    const auto& needs = live::realCatalogue()->vocabulary().needs();
    awards += needs[measure->topic].id == "award" ? 1 : 0;
  }
  BOOST_TEST(textAt(answerTo(service, R"("topics":["award"])"), "/selected") ==
             std::to_string(awards));
  BOOST_TEST(textAt(answerTo(service, R"("topics":["award"],"measures":["11.1.1a","8.1.a"])"),
                    "/selected") == "1");
  const json::Value none = answerTo(service, R"("topics":[])");
  BOOST_TEST(textAt(none, "/selected") == "0");
  BOOST_TEST(at(none, "/matches").elements.empty());
}

BOOST_AUTO_TEST_CASE(english_takes_the_place_of_chinese_where_it_exists) {
  const live::LiveService service;
  const json::Value chinese = answerTo(service, R"("detail":"full","lang":"zh")");
  const json::Value english = answerTo(service, R"("detail":"full","lang":"en")");
  BOOST_TEST(json::canonical(chinese) == json::canonical(answerTo(service, R"("detail":"full")")));
  const json::Value& match = withText(at(english, "/matches"), "/measure/id", "11.1.1a");
  BOOST_TEST(textAt(match, "/measure/title") == textAt(match, "/measure/title_en"));
  BOOST_TEST(textAt(match, "/benefits/0/label") == "One-off award for the China Quality Award");
  BOOST_TEST(textAt(match, "/units/0/name") == "Ganzhou Market Regulation Bureau");
  BOOST_TEST(textAt(english, "/notices/0/text") == textAt(english, "/notices/0/text_en"));
  const json::Value& same = withText(at(chinese, "/matches"), "/measure/id", "11.1.1a");
  BOOST_TEST(textAt(match, "/measure/topic_label") == textAt(same, "/measure/topic_label"));
  BOOST_TEST(json::canonical(at(match, "/sources")) == json::canonical(at(same, "/sources")));
  const json::Value warned =
      answerTo(service, R"("lang":"en")", R"("profile":{"registration_status":"in_bankruptcy"})");
  BOOST_TEST(textAt(warned, "/profile/warnings/0/message").rfind("In bankruptcy", 0) == 0U);
}

BOOST_AUTO_TEST_CASE(texts_are_at_the_address_that_core_names_and_never_change) {
  const live::LiveService service;
  const std::string address = textAt(answerTo(service, ""), "/texts");
  const auto texts = service.get(address);
  BOOST_TEST_REQUIRE(texts.status == 200, texts.text);
  BOOST_TEST(texts.header("Cache-Control") == "public, max-age=31536000, immutable");
  BOOST_TEST(at(parse(texts.body), "/measures").elements.size() ==
             live::realCatalogue()->measures().size());
  const auto today = service.get("/api/v1/measures?detail=full");
  BOOST_TEST(today.header("Cache-Control") == "no-cache");
  BOOST_TEST(today.body == texts.body);
  // The same day of the same figures for all days up to the next change.
  const json::Value later = answerTo(service, "", R"("profile":{},"as_of":"2027-11-25")");
  BOOST_TEST(textAt(later, "/texts") == address);
  const json::Value before = answerTo(service, "", R"("profile":{},"as_of":"2024-03-12")");
  BOOST_TEST(textAt(before, "/texts") != address);
  BOOST_TEST(service.get(textAt(before, "/texts")).status == 200);
}

BOOST_AUTO_TEST_CASE(parameters_of_the_measures_are_checked) {
  const live::LiveService service;
  const auto codeAt = [&](const std::string& query) {
    const auto reply = service.get("/api/v1/measures?" + query);
    BOOST_TEST(reply.status == 400, reply.text);
    const json::Value problem = parse(reply.body);
    return textAt(problem, "/issues/0/code") + " " + textAt(problem, "/issues/0/pointer");
  };
  BOOST_TEST(codeAt("detail=whole") == "wrong_value ?detail");
  BOOST_TEST(codeAt("catalogue=sha256:0") == "unknown_catalogue ?catalogue");
  BOOST_TEST(codeAt("as_of=2026-02-30") == "wrong_value ?as_of");
  BOOST_TEST(codeAt("lang=en") == "unknown_parameter ?lang");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::api::test

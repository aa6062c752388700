#include <boost/test/unit_test.hpp>

#include "live/live_service.h"
#include "support/json_path.h"
#include "support/real_policies.h"

namespace policycalc::api::test {
namespace {

using policycalc::test::at;
using policycalc::test::parse;
using policycalc::test::textAt;
using policycalc::test::withText;

const char* const kAwardWinner =
    R"({"profile":{"district":"360702","ownership":"private","quality_awards":["china_quality_award"]},)"
    R"("as_of":"2026-11-25"})";

/// The answer in full.
json::Value answerTo(const live::LiveService& service, std::string_view body) {
  const auto reply =
      service.post("/api/v1/match", R"({"detail":"full",)" + std::string(body.substr(1)));
  BOOST_TEST_REQUIRE(reply.status == 200, reply.text);
  return parse(reply.body);
}

const json::Value& matchOf(const json::Value& answer, std::string_view measure) {
  return withText(at(answer, "/matches"), "/measure/id", measure);
}

std::vector<std::string> texts(const json::Value& array, std::string_view pointer = {}) {
  std::vector<std::string> found;
  for (const json::Value& element : array.elements) found.push_back(textAt(element, pointer));
  return found;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(MatchEndpoint)

BOOST_AUTO_TEST_CASE(award_winner_gets_its_amount_unit_and_county) {
  const live::LiveService service;
  const json::Value answer = answerTo(service, kAwardWinner);
  const json::Value& match = matchOf(answer, "11.1.1a");
  BOOST_TEST(textAt(match, "/verdict") == "eligible");
  BOOST_TEST(textAt(match, "/benefits/0/amount/value") == "3000000");
  BOOST_TEST(textAt(match, "/benefits/0/amount/status") == "fixed");
  BOOST_TEST(textAt(match, "/benefits/0/amount/unit") == "CNY");
  BOOST_TEST(texts(at(match, "/units"), "/name") ==
                 (std::vector<std::string>{"市市场监管局", "章贡区人民政府"}),
             boost::test_tools::per_element());
  BOOST_TEST(textAt(match, "/units/1/role") == "local");
  BOOST_TEST(textAt(match, "/sources/0/number") == "赣市经改办字〔2024〕2号");
  BOOST_TEST(textAt(answer, "/totals/certain") == "3000000");
}

BOOST_AUTO_TEST_CASE(what_a_reader_needs_is_also_in_english) {
  const live::LiveService service;
  const json::Value answer = answerTo(service, kAwardWinner);
  const json::Value& match = matchOf(answer, "11.1.1a");
  BOOST_TEST(textAt(match, "/measure/summary_en").find("CNY 3,000,000") != std::string::npos);
  BOOST_TEST(textAt(match, "/next_step_en").rfind("Ask the Ganzhou Market Regulation Bureau", 0) ==
             0U);
  BOOST_TEST(textAt(match, "/benefits/0/label_en") == "One-off award for the China Quality Award");
  BOOST_TEST(texts(at(match, "/units"), "/name_en") ==
                 (std::vector<std::string>{"Ganzhou Market Regulation Bureau",
                                           "Zhanggong District Government"}),
             boost::test_tools::per_element());
  BOOST_TEST(textAt(withText(at(answer, "/units"), "/id", "gz-market-regulation"), "/name_en") ==
             "Ganzhou Market Regulation Bureau");
  BOOST_TEST(!textAt(answer, "/totals/caveats/0/text_en").empty());
}

BOOST_AUTO_TEST_CASE(caveats_are_in_english_where_they_change_what_to_do) {
  const live::LiveService service;
  std::size_t translated = 0;
  const json::Value answer = answerTo(service, kAwardWinner);
  for (const json::Value& match : at(answer, "/matches").elements) {
    for (const json::Value& caveat : at(match, "/caveats").elements) {
      const std::string kind = textAt(caveat, "/kind");
      const bool expected =
          kind == "exclusive" || kind == "deadline" || kind == "ask_first" || kind == "conflict";
      BOOST_TEST(at(caveat, "/text_en").isNull() != expected, textAt(caveat, "/text"));
      translated += expected ? 1 : 0;
    }
  }
  BOOST_TEST(translated > 0U);
}

BOOST_AUTO_TEST_CASE(every_leaf_says_given_required_and_truth) {
  const live::LiveService service;
  const json::Value answer = answerTo(service, kAwardWinner);
  const json::Value& groups = at(matchOf(answer, "11.1.1a"), "/criteria/children");
  const json::Value& leaf = at(withText(groups, "/role", "applies_when"), "/children/0");
  BOOST_TEST(textAt(leaf, "/op") == "has");
  BOOST_TEST(textAt(leaf, "/fact") == "quality_awards");
  BOOST_TEST(textAt(leaf, "/truth") == "true");
  BOOST_TEST(textAt(leaf, "/given/0") == "china_quality_award");
  BOOST_TEST(textAt(leaf, "/required") == "china_quality_award");
  for (const char* key : {"parameter", "possible", "gap", "text", "source"}) {
    BOOST_TEST(leaf.find(key) != nullptr, key);
  }
  BOOST_TEST(textAt(withText(groups, "/role", "scope"), "/truth") == "true");
}

BOOST_AUTO_TEST_CASE(reserved_share_of_one_project_is_an_example) {
  const live::LiveService service;
  const json::Value answer = answerTo(service, R"({"profile":{
      "district":"360702","entity_type":"company","enterprise_size":"small","large_controlled":false,
      "procurement_kind":"goods","procurement_budget":"3000000.02","procurement_above_limit":true,
      "procurement_buyer":"ganzhou","procurement_sme_suitable":true},"as_of":"2026-11-25"})");
  const json::Value& match = matchOf(answer, "8.1.b");
  BOOST_TEST(textAt(match, "/verdict") == "eligible");
  const json::Value& share = withText(at(match, "/benefits"), "/id", "sme_share");
  BOOST_TEST(textAt(share, "/amount/value") == "40");
  BOOST_TEST(textAt(share, "/amount/unit_label") == "%");
  BOOST_TEST(textAt(share, "/amount/bound") == "at_least");
  const json::Value& reserved = withText(at(match, "/benefits"), "/id", "reserved_for_smes");
  // 3,000,000.02 × 40 % = 1,200,000.008: what is no minimum rounds to the nearest fen.
  BOOST_TEST(textAt(reserved, "/amount/value") == "1200000.01");
  BOOST_TEST(textAt(reserved, "/amount/bound") == "example");
  BOOST_TEST(textAt(reserved, "/amount/unit_label") == "元");
  BOOST_TEST(textAt(reserved, "/amount/status") == "computed");
  const json::Value& small = withText(at(match, "/benefits"), "/id", "reserved_for_small_micro");
  BOOST_TEST(textAt(small, "/amount/value") == "840000.01");  // of 840,000.0056
  // A procurement share is no cash.
  BOOST_TEST(textAt(answer, "/totals/certain") == "0");
}

BOOST_AUTO_TEST_CASE(budget_above_the_ceiling_names_the_gap) {
  const live::LiveService service;
  const json::Value answer = answerTo(service, R"({"profile":{
      "entity_type":"company","enterprise_size":"micro","large_controlled":false,
      "procurement_kind":"goods","procurement_budget":2100000,"procurement_above_limit":true,
      "procurement_sme_suitable":true},"as_of":"2026-11-25"})");
  const json::Value& match = matchOf(answer, "8.1.a");
  BOOST_TEST(textAt(match, "/verdict") == "not_eligible");
  // The firm cannot make the buyer's budget smaller.
  BOOST_TEST(!at(match, "/one_condition_away").boolean);
  BOOST_TEST_REQUIRE(at(match, "/unmet").elements.size() == 1U);
  BOOST_TEST(textAt(match, "/unmet/0/fact") == "procurement_budget");
  BOOST_TEST(textAt(match, "/unmet/0/given") == "2100000");
  BOOST_TEST(textAt(match, "/unmet/0/required") == "2000000");
  BOOST_TEST(textAt(match, "/unmet/0/gap/value") == "100000");
  BOOST_TEST(textAt(match, "/unmet/0/gap/direction") == "too_high");
}

BOOST_AUTO_TEST_CASE(bank_gets_its_ceiling_and_headroom) {
  const live::LiveService service;
  const json::Value answer = answerTo(service, R"({"profile":{"district":"360702",
      "entity_type":"bank","bank_npl_ratio":"1.5","bank_sme_npl_ratio":4.5},"as_of":"2026-11-25"})");
  const json::Value& match = matchOf(answer, "12.1.3");
  BOOST_TEST(textAt(match, "/verdict") == "eligible");
  BOOST_TEST(textAt(withText(at(match, "/benefits"), "/id", "npl_ceiling"), "/amount/value") ==
             "4.5");
  BOOST_TEST(textAt(withText(at(match, "/benefits"), "/id", "headroom"), "/amount/value") == "0");
  BOOST_TEST(textAt(withText(at(match, "/benefits"), "/id", "headroom"), "/amount/unit") ==
             "percent");
  BOOST_TEST(textAt(withText(at(match, "/benefits"), "/id", "headroom"), "/amount/unit_label") ==
             "个百分点");
}

BOOST_AUTO_TEST_CASE(include_narrows_the_list_but_not_the_counts) {
  const live::LiveService service;
  const json::Value all = answerTo(service, kAwardWinner);
  const json::Value some = answerTo(
      service,
      R"({"profile":{"district":"360702","ownership":"private",)"
      R"("quality_awards":["china_quality_award"]},"include":["eligible"],"as_of":"2026-11-25"})");
  const json::Value none = answerTo(
      service, R"({"profile":{"district":"360702","ownership":"private",)"
               R"("quality_awards":["china_quality_award"]},"include":[],"as_of":"2026-11-25"})");
  BOOST_TEST(json::canonical(at(all, "/counts")) == json::canonical(at(some, "/counts")));
  BOOST_TEST(json::canonical(at(all, "/questions")) == json::canonical(at(none, "/questions")));
  BOOST_TEST(at(none, "/matches").elements.empty());
  BOOST_TEST(at(none, "/units").elements.empty());
  BOOST_TEST(std::to_string(at(some, "/matches").elements.size()) ==
             textAt(all, "/counts/eligible"));
  BOOST_TEST(at(all, "/matches").elements.size() == live::realCatalogue()->measures().size());
}

BOOST_AUTO_TEST_CASE(as_of_defaults_to_the_clock_and_decides_what_is_in_force) {
  const live::LiveService service;
  BOOST_TEST(textAt(answerTo(service, R"({"profile":{}})"), "/as_of") == "2026-11-25");
  const json::Value before =
      answerTo(service, R"({"profile":{"district":"360702"},"as_of":"2024-03-12"})");
  BOOST_TEST(textAt(before, "/counts/not_in_force") ==
             std::to_string(live::realCatalogue()->measures().size()));
}

BOOST_AUTO_TEST_CASE(an_empty_profile_gets_the_measures_open_to_all) {
  const live::LiveService service;
  const json::Value answer = answerTo(service, R"({"profile":{}})");
  for (const json::Value& match : at(answer, "/matches").elements) {
    const std::string id = textAt(match, "/measure/id");
    if (textAt(match, "/verdict") == "eligible") {
      BOOST_TEST(at(match, "/measure/universal").boolean, id);
    }
  }
  BOOST_TEST(at(matchOf(answer, "21.1.1"), "/measure/universal").boolean);
  BOOST_TEST(textAt(matchOf(answer, "21.1.1"), "/verdict") == "eligible");
  BOOST_TEST(textAt(answer, "/counts/conditional") == "0");
  BOOST_TEST(textAt(answer, "/totals/certain") == "0");
  for (const std::string& fact : texts(at(answer, "/questions"), "/fact")) {
    BOOST_TEST(fact != "enterprise_size");
  }
}

BOOST_AUTO_TEST_CASE(credit_code_warns_and_never_blocks) {
  const live::LiveService service;
  const json::Value answer =
      answerTo(service, R"({"profile":{"credit_code":"91360702MA3AAA0119"},"include":[]})");
  BOOST_TEST(textAt(answer, "/profile/warnings/0/fact") == "credit_code");
  BOOST_TEST(!texts(at(answer, "/profile/warnings"), "/code").empty());
}

BOOST_AUTO_TEST_CASE(credit_code_suggests_answers_and_decides_nothing) {
  const live::LiveService service;
  const auto counted = [&](const std::string& profile) {
    return answerTo(service, R"({"profile":)" + profile + R"(,"include":[],"as_of":"2026-11-25"})");
  };
  const json::Value answer = counted(R"({"credit_code":"913607021922038219"})");
  const json::Value& suggestions = at(answer, "/profile/suggestions");
  BOOST_TEST(texts(suggestions, "/fact") == (std::vector<std::string>{"entity_type", "district"}),
             boost::test_tools::per_element());
  BOOST_TEST(texts(suggestions, "/value") == (std::vector<std::string>{"company", "360702"}),
             boost::test_tools::per_element());
  BOOST_TEST(!textAt(suggestions, "/0/because").empty());
  const json::Value blank = counted("{}");
  BOOST_TEST(at(blank, "/profile/suggestions").elements.empty());
  BOOST_TEST(json::canonical(at(answer, "/counts")) == json::canonical(at(blank, "/counts")));
  BOOST_TEST(json::canonical(at(answer, "/questions")) == json::canonical(at(blank, "/questions")));
}

BOOST_AUTO_TEST_CASE(same_request_gives_the_same_bytes) {
  const live::LiveService service;
  BOOST_TEST(service.post("/api/v1/match", kAwardWinner).body ==
             service.post("/api/v1/match", kAwardWinner).body);
}

BOOST_AUTO_TEST_CASE(older_catalogue_answers_after_a_restart_with_other_policies) {
  const store::test::StorePlace folder;
  const std::string old_hash = live::realCatalogue()->hash();
  { const live::LiveService service(live::realCatalogue(), folder.database()); }
  auto files = policycalc::test::realPolicies();
  std::string& parameters = files.at("parameters.json");
  parameters.replace(parameters.find("3000000"), 7, "4000000");
  const auto changed = catalogue::Catalogue::load(files);
  BOOST_TEST_REQUIRE(changed.ok());
  const live::LiveService service(*changed, folder.database());
  const std::string profile =
      R"("profile":{"district":"360702","quality_awards":["china_quality_award"]},"as_of":"2026-11-25")";
  BOOST_TEST(textAt(answerTo(service, "{" + profile + "}"), "/totals/certain") == "4000000");
  const json::Value old = answerTo(service, "{" + profile + R"(,"catalogue":")" + old_hash + "\"}");
  BOOST_TEST(textAt(old, "/totals/certain") == "3000000");
  BOOST_TEST(textAt(old, "/catalogue") == old_hash);
}

BOOST_AUTO_TEST_CASE(log_tells_the_request_and_nothing_of_the_profile) {
  const live::LiveService service;
  service.post("/api/v1/match", kAwardWinner);
  BOOST_TEST(service.log().find("POST /api/v1/match 200") != std::string::npos);
  BOOST_TEST(service.log().find("quality") == std::string::npos);
  BOOST_TEST(service.log().find("360702") == std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::api::test

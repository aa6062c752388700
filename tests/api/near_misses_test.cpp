// Names that are wrong by a slip or by age, and spellings that are read as they are meant.
#include <ostream>
#include <string>

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "live/live_service.h"
#include "support/json_path.h"

namespace policycalc::api::test {
namespace {

using policycalc::test::at;
using policycalc::test::parse;
using policycalc::test::textAt;

struct Miss {
  std::string name;
  std::string profile;
  std::string pointer;
  std::string code;
  std::string instead;  ///< separated by commas
};

std::ostream& operator<<(std::ostream& out, const Miss& miss) {
  return out << miss.name;
}

const std::vector<Miss> kMisses = {
    {"fact_with_a_slip", R"({"employe":1})", "/employe", "unknown_fact", "employees"},
    {"fact_like_no_other", R"({"shoe_size":43})", "/shoe_size", "unknown_fact", ""},
    {"former_code_of_a_district", R"({"district":"360782"})", "/district", "unknown_option",
     "360703"},
    {"district_that_never_was", R"({"district":"999999"})", "/district", "unknown_option", ""},
    {"option_in_capitals", R"({"ownership":"Private"})", "/ownership", "unknown_option", "private"},
    {"option_by_its_label", R"({"ownership":"民营"})", "/ownership", "unknown_option", "private"},
    {"retired_option", R"({"situations":["arrears","ip_dispute"]})", "/situations/1",
     "retired_option", "ip_infringed,ip_accused"},
    {"retired_fact", R"({"credit_risk_class":"A"})", "/credit_risk_class", "retired_fact", ""},
    {"retired_option_in_a_list", R"({"training_plan":["none"]})", "/training_plan/0",
     "retired_option", ""},
    {"retired_option_as_it_was_given", R"({"training_plan":"none"})", "/training_plan",
     "retired_option", ""},
    {"choice_that_is_a_list_now", R"({"training_plan":"job_skills"})", "/training_plan",
     "wrong_type", ""},
};

/// Names outside the profile: members of the body beside an empty profile.
const std::vector<Miss> kNames = {
    {"screen", R"("passed":["sizes"])", "/passed/0", "unknown_screen", "size"},
    {"screen_like_no_other", R"("passed":["shoes"])", "/passed/0", "unknown_screen", ""},
    {"verdict", R"("include":["eligable"])", "/include/0", "unknown_verdict", "eligible"},
    {"detail", R"("detail":"ful")", "/detail", "wrong_value", "full"},
    {"detail_in_capitals", R"("detail":"CORE")", "/detail", "wrong_value", "core"},
    {"language", R"("lang":"zh-CN")", "/lang", "wrong_value", ""},
    {"measure", R"("measures":["11.1.1a","11.1.1z"])", "/measures/1", "unknown_measure",
     "11.1.1f,11.1.1a,11.1.1b"},
    {"measure_like_no_other", R"("measures":["xyz"])", "/measures/0", "unknown_measure", ""},
    {"topic", R"("topics":["awards"])", "/topics/0", "unknown_need", "award"},
};

struct Spelling {
  std::string typed;
  std::string read;
};

std::ostream& operator<<(std::ostream& out, const Spelling& spelling) {
  return out << '`' << spelling.typed << '`';
}

const std::vector<Spelling> kSpellings = {
    {"C3985", "C3985"},
    {"c3985", "C3985"},
    {"Ｃ３９８５", "C3985"},
    {"ｃ３９８５", "C3985"},
    {"C 3985", "C3985"},
    {"C\xE3\x80\x80"
     "3985",
     "C3985"},
    {"C-3985", "C3985"},
    {" c3985 ", "C3985"},
    {"３９８５", "3985"},
    {"3985", "3985"},
};

std::string requestWith(const std::string& profile) {
  return R"({"profile":)" + profile + R"(,"include":[],"as_of":"2026-11-25"})";
}

/// The names that the first issue offers, separated by commas.
std::string insteadOf(const json::Value& problem) {
  std::string instead;
  for (const json::Value& name : at(problem, "/issues/0/instead").elements) {
    instead += (instead.empty() ? "" : ",") + name.text;
  }
  return instead;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(NearMisses)

BOOST_DATA_TEST_CASE(each_is_named_with_the_values_that_are_allowed_there, kMisses, miss) {
  const live::LiveService service;
  const auto reply = service.post("/api/v1/match", requestWith(miss.profile));
  BOOST_TEST_REQUIRE(reply.status == 400, reply.text);
  const json::Value problem = parse(reply.body);
  BOOST_TEST_REQUIRE(at(problem, "/issues").elements.size() == 1U);
  BOOST_TEST(textAt(problem, "/issues/0/code") == miss.code);
  BOOST_TEST(textAt(problem, "/issues/0/pointer") == "/profile" + miss.pointer);
  BOOST_TEST(insteadOf(problem) == miss.instead);
}

BOOST_DATA_TEST_CASE(names_outside_the_profile_come_with_the_nearest, kNames, miss) {
  const live::LiveService service;
  const auto reply = service.post("/api/v1/match", R"({"profile":{},)" + miss.profile + "}");
  BOOST_TEST_REQUIRE(reply.status == 400, reply.text);
  const json::Value problem = parse(reply.body);
  BOOST_TEST_REQUIRE(at(problem, "/issues").elements.size() == 1U);
  BOOST_TEST(textAt(problem, "/issues/0/code") == miss.code);
  BOOST_TEST(textAt(problem, "/issues/0/pointer") == miss.pointer);
  BOOST_TEST(insteadOf(problem) == miss.instead);
}

BOOST_AUTO_TEST_CASE(messages_say_what_to_do) {
  const live::LiveService service;
  const auto messageOf = [&](const std::string& profile) {
    const auto reply = service.post("/api/v1/match", requestWith(profile));
    return textAt(parse(reply.body), "/issues/0/message_en");
  };
  BOOST_TEST(messageOf(R"({"employe":1})") ==
             "`employe` is not a fact (did you mean `employees`?)");
  const std::string renamed = messageOf(R"({"district":"360782"})");
  BOOST_TEST(renamed.find("it is `360703` 南康区 now") != std::string::npos, renamed);
  for (const auto& fact : live::realCatalogue()->vocabulary().retired().facts()) {
    BOOST_TEST(messageOf("{\"" + fact.id + "\":null}").find(fact.note) != std::string::npos);
  }
  for (const auto& option : live::realCatalogue()->vocabulary().retired().options()) {
    const std::string message = messageOf("{\"" + option.fact + R"(":[")" + option.code + "\"]}");
    BOOST_TEST(message.find(option.note) != std::string::npos, message);
  }
}

BOOST_DATA_TEST_CASE(industry_code_is_read_and_echoed_in_the_standards_form, kSpellings, spelling) {
  const live::LiveService service;
  const auto reply =
      service.post("/api/v1/match", requestWith(R"({"industry_code":")" + spelling.typed + "\"}"));
  BOOST_TEST_REQUIRE(reply.status == 200, reply.text);
  const json::Value answer = parse(reply.body);
  BOOST_TEST(textAt(answer, "/profile/given/industry_code") == spelling.read);
  BOOST_TEST(textAt(answer, "/profile/derived/size_industry/possible/0") == "industry");
}

BOOST_AUTO_TEST_CASE(other_texts_are_refused_as_an_industry_code) {
  const live::LiveService service;
  for (const std::string code : {"软件", "39850", "Z3985", "CC39", "C39.85"}) {
    const auto reply =
        service.post("/api/v1/match", requestWith(R"({"industry_code":")" + code + "\"}"));
    BOOST_TEST(reply.status == 400, code);
    BOOST_TEST(textAt(parse(reply.body), "/issues/0/code") == "malformed", code);
  }
}

BOOST_AUTO_TEST_CASE(byte_order_mark_before_a_body_is_skipped) {
  const live::LiveService service;
  const std::string mark = "\xEF\xBB\xBF";
  const std::string body = requestWith(R"({"district":"360702"})");
  const auto marked = service.post("/api/v1/match", mark + body);
  BOOST_TEST(marked.status == 200, marked.text);
  BOOST_TEST(marked.body == service.post("/api/v1/match", body).body);
  BOOST_TEST(service.post("/api/v1/match", mark + mark + body).status == 400);
  BOOST_TEST(service.post("/api/v1/match", mark).status == 400);
}

BOOST_AUTO_TEST_CASE(figures_stay_strict) {
  const live::LiveService service;
  for (const std::string figure : {"\"299,5\"", "\"500万\"", "\"１２\"", "\"1。5\"", "\"1 000\""}) {
    const auto reply =
        service.post("/api/v1/match", requestWith(R"({"annual_revenue":)" + figure + "}"));
    BOOST_TEST(reply.status == 400, figure);
    BOOST_TEST(textAt(parse(reply.body), "/issues/0/pointer") == "/profile/annual_revenue", figure);
  }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::api::test

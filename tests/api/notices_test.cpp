// What an answer says beside its measures: notices, caveats with their kinds, warnings, what opens
// with registration, and what was paid already.
#include <ostream>
#include <string>

#include <boost/test/data/test_case.hpp>
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

json::Value answerTo(const live::LiveService& service, const std::string& profile,
                     const std::string& day = "2026-11-25") {
  const auto reply = service.post(
      "/api/v1/match", R"({"detail":"full","profile":)" + profile + R"(,"as_of":")" + day + "\"}");
  BOOST_TEST_REQUIRE(reply.status == 200, reply.text);
  return parse(reply.body);
}

const json::Value& matchOf(const json::Value& answer, std::string_view measure) {
  return withText(at(answer, "/matches"), "/measure/id", measure);
}

/// The texts at `pointer` in each element, separated by commas.
std::string texts(const json::Value& array, std::string_view pointer = {}) {
  std::string all;
  for (const json::Value& element : array.elements) {
    all += (all.empty() ? "" : ",") + textAt(element, pointer);
  }
  return all;
}

/// The real policies, as if one document had been checked on 5 March 2026 and all others on the
/// last day of that year.
std::shared_ptr<const catalogue::Catalogue> checkedInMarch() {
  auto files = policycalc::test::realPolicies();
  std::string& documents = files.at("documents.json");
  const std::string key = R"("last_checked": ")";
  std::string day = "2026-03-05";
  for (std::size_t found = documents.find(key); found != std::string::npos;
       found = documents.find(key, found + 1)) {
    documents.replace(found + key.size(), day.size(), day);
    day = "2026-12-31";
  }
  const auto catalogue = catalogue::Catalogue::load(files);
  BOOST_TEST_REQUIRE(catalogue.ok());
  return *catalogue;
}

struct Warned {
  const char* profile;
  const char* warnings;  ///< the codes
};

std::ostream& operator<<(std::ostream& out, const Warned& row) {
  return out << row.profile;
}

// Each code that a profile can be warned with.
const Warned kWarned[] = {
    {R"({"entity_type": "individual_business", "ownership": "state_controlled"})", "overruled"},
    {R"({"entity_type": "bank", "employees": 15})", "not_used"},
    {R"({"entity_type": "branch", "employees": 3})", "unlikely"},
    {R"({"industry_code": "C3985", "size_industry": "retail"})", "differs"},
    {R"({"industry_code": "99"})", "unknown_industry"},
    {R"({"credit_code": "91360702MO3AAA011"})", "length,alphabet"},
    {R"({"credit_code": "B19903001922038225"})",
     "department,region,organisation_checksum,checksum"},
    {R"({"credit_code": "94440300192203821W"})", "category"},
    {R"({"credit_code": "11010519491231002X"})", "citizen_number"},
    {R"({"registration_status": "not_yet_registered"})", "not_yet_registered"},
    {R"({"registration_status": "in_bankruptcy"})", "in_bankruptcy"},
    {R"({"registration_status": "revoked"})", "revoked"},
    {R"({"registration_status": "deregistered"})", "deregistered"},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(Notices)

BOOST_DATA_TEST_CASE(an_answer_lists_what_the_profile_is_warned_of, kWarned, row) {
  const live::LiveService service;
  BOOST_TEST(texts(at(answerTo(service, row.profile), "/profile/warnings"), "/code") ==
             row.warnings);
}

BOOST_AUTO_TEST_CASE(delivery_is_told_once_in_both_languages) {
  const live::LiveService service;
  const json::Value answer = answerTo(service, R"({"district":"360702"})");
  BOOST_TEST(texts(at(answer, "/notices"), "/code") == "delivery");
  BOOST_TEST(textAt(answer, "/notices/0/text").find("自动到账") != std::string::npos);
  BOOST_TEST(textAt(answer, "/notices/0/text_en").find("delivery") != std::string::npos);
  for (const json::Value& match : at(answer, "/matches").elements) {
    BOOST_TEST(at(match, "/delivery").isNull());
  }
}

BOOST_AUTO_TEST_CASE(beyond_last_checked_begins_on_the_day_after_a_year) {
  const live::LiveService service(checkedInMarch());
  const auto codes = [&](const std::string& day) {
    return texts(at(answerTo(service, "{}", day), "/notices"), "/code");
  };
  BOOST_TEST(codes("2026-03-05") == "delivery");
  BOOST_TEST(codes("2027-03-05") == "delivery");
  BOOST_TEST(codes("2027-03-06") == "delivery,beyond_last_checked");
  BOOST_TEST(codes("2024-03-13") == "delivery");
}

BOOST_AUTO_TEST_CASE(caveats_of_a_measure_have_kinds_and_sources) {
  const live::LiveService service;
  const json::Value answer = answerTo(service, R"({"district":"360702","ownership":"private"})");
  const json::Value& caveats = at(matchOf(answer, "32.1"), "/caveats");
  const json::Value& newer = withText(caveats, "/kind", "newer_law");
  BOOST_TEST(textAt(newer, "/source/document") == "private-economy-law");
  BOOST_TEST(!textAt(newer, "/text").empty());
  // The law came after that day.
  const json::Value before =
      answerTo(service, R"({"district":"360702","ownership":"private"})", "2025-05-19");
  BOOST_TEST(texts(at(matchOf(before, "32.1"), "/caveats"), "/kind").find("newer_law") ==
             std::string::npos);
  // A reading is known by its kind, so that no text has to say it.
  for (const json::Value& match : at(answer, "/matches").elements) {
    for (const json::Value& caveat : at(match, "/caveats").elements) {
      BOOST_TEST(textAt(caveat, "/text").find("本工具的理解") != 0U);
      BOOST_TEST(textAt(caveat, "/text").find("{{") == std::string::npos);
    }
  }
}

BOOST_AUTO_TEST_CASE(sums_have_caveats_with_kinds) {
  const live::LiveService service;
  const auto kinds = [&](const std::string& awards) {
    const std::string profile = R"({"district":"360702","quality_awards":[)" + awards + "]}";
    return texts(at(answerTo(service, profile), "/totals/caveats"), "/kind");
  };
  BOOST_TEST(kinds("") == "");
  BOOST_TEST(kinds(R"("china_quality_award")") == "exclusive");
  BOOST_TEST(kinds(R"("china_quality_award","jinggang_quality_award")") == "ask_first,exclusive");
}

BOOST_AUTO_TEST_CASE(paid_amounts_are_marked_and_not_summed) {
  const live::LiveService service;
  const auto answer = [&](const std::string& paid) {
    return answerTo(
        service, R"({"district":"360702","quality_awards":["china_quality_award"])" + paid + "}");
  };
  const json::Value open = answer("");
  BOOST_TEST(textAt(open, "/totals/certain") == "3000000");
  BOOST_TEST(!at(matchOf(open, "11.1.1a"), "/benefits/0/paid").boolean);
  const json::Value paid = answer(R"(,"quality_awards_paid":["china_quality_award"])");
  BOOST_TEST(textAt(paid, "/totals/certain") == "0");
  BOOST_TEST(at(matchOf(paid, "11.1.1a"), "/benefits/0/paid").boolean);
  BOOST_TEST(textAt(matchOf(paid, "11.1.1a"), "/benefits/0/amount/value") == "3000000");
  BOOST_TEST(textAt(matchOf(paid, "11.1.1a"), "/verdict") == "eligible");
}

BOOST_AUTO_TEST_CASE(buyer_elsewhere_is_warned_of_with_the_national_rates) {
  const live::LiveService service;
  const auto answer = [&](const std::string& buyer) {
    return answerTo(service, R"({"entity_type":"company","enterprise_size":"small",
        "large_controlled":false,"procurement_kind":"goods","procurement_budget":3000000,
        "procurement_above_limit":true,"procurement_sme_suitable":true,"procurement_buyer":")" +
                                 buyer + "\"}");
  };
  const json::Value elsewhere = answer("elsewhere");
  BOOST_TEST(texts(at(elsewhere, "/profile/warnings"), "/code") == "procurement_elsewhere");
  BOOST_TEST(textAt(elsewhere, "/profile/warnings/0/fact") == "procurement_buyer");
  const std::string message = textAt(elsewhere, "/profile/warnings/0/message");
  const std::string english = textAt(elsewhere, "/profile/warnings/0/message_en");
  for (const char* rate : {"30%", "40%", "60%"}) {
    BOOST_TEST(message.find(rate) != std::string::npos, message);
    BOOST_TEST(english.find(rate) != std::string::npos, english);
  }
  BOOST_TEST(textAt(matchOf(elsewhere, "8.1.b"), "/verdict") == "not_applicable");
  BOOST_TEST(textAt(matchOf(elsewhere, "8.1.c"), "/verdict") == "eligible");
  BOOST_TEST(textAt(matchOf(elsewhere, "8.1.c"), "/units/0/name") == "采购人本级财政部门");
  const json::Value here = answer("ganzhou");
  BOOST_TEST(at(here, "/profile/warnings").elements.empty());
  BOOST_TEST(textAt(matchOf(here, "8.1.b"), "/verdict") == "eligible");
  BOOST_TEST(textAt(matchOf(here, "8.1.c"), "/units/0/name") == "市财政局");
}

BOOST_AUTO_TEST_CASE(a_founder_is_told_what_registration_opens) {
  const live::LiveService service;
  const json::Value founder =
      answerTo(service, R"({"district":"360703","registration_status":"not_yet_registered"})");
  const json::Value& waiting = at(founder, "/after_registration");
  BOOST_TEST_REQUIRE(!waiting.elements.empty());
  for (const json::Value& id : waiting.elements) {
    const json::Value& match = matchOf(founder, id.text);
    BOOST_TEST(textAt(match, "/verdict") == "not_applicable");
    const json::Value& scope = withText(at(match, "/criteria/children"), "/role", "scope");
    BOOST_TEST(textAt(scope, "/truth") == "false");
    BOOST_TEST(textAt(scope, "/children/0/text") == "登记以后可用");
    BOOST_TEST(textAt(scope, "/children/0/fact") == "registration_status");
  }
  BOOST_TEST(
      at(answerTo(service, R"({"district":"360703"})"), "/after_registration").elements.empty());
}

BOOST_AUTO_TEST_CASE(possible_values_include_an_empty_answer) {
  const live::LiveService service;
  const auto possible = [&](const std::string& profile, const std::string& fact) {
    return texts(at(answerTo(service, profile), "/profile/derived/" + fact + "/possible"));
  };
  BOOST_TEST(possible("{}", "enterprise_size") == "micro,small,medium,large,none");
  BOOST_TEST(possible(R"({"entity_type":"company"})", "enterprise_size") ==
             "micro,small,medium,large");
  BOOST_TEST(possible(R"({"entity_type":"association"})", "enterprise_size") == "");
  BOOST_TEST(possible(R"({"entity_type":"association"})", "ownership") == "");
  BOOST_TEST(possible(R"({"entity_type":"public_institution"})", "ownership") ==
             "state_controlled");
  const std::string owner = possible("{}", "ownership");
  BOOST_TEST(owner.substr(owner.rfind(',')) == ",none", owner);
}

BOOST_AUTO_TEST_CASE(a_leaf_lists_the_empty_answer_with_the_sizes) {
  const live::LiveService service;
  const json::Value answer = answerTo(service, R"({"district":"360702"})");
  const auto holdsNone = [](const json::Value& node, const auto& self) -> bool {
    const json::Value* possible = node.find("possible");
    if (possible != nullptr && texts(*possible).find("none") != std::string::npos) return true;
    const json::Value* children = node.find("children");
    if (children == nullptr) return false;
    for (const json::Value& child : children->elements) {
      if (self(child, self)) return true;
    }
    return false;
  };
  BOOST_TEST(holdsNone(at(matchOf(answer, "29.1.3"), "/criteria"), holdsNone));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::api::test

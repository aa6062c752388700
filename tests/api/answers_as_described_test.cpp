// What is answered is what /openapi.json says of it, member by member.
#include <ostream>
#include <string>

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "policycalc/base/text.h"

#include "api/schema_check.h"
#include "live/live_service.h"
#include "live/saving.h"
#include "support/json_path.h"

namespace policycalc::api::test {
namespace {

using policycalc::test::at;
using policycalc::test::parse;

struct Asked {
  std::string name;
  std::string profile;
};

std::ostream& operator<<(std::ostream& out, const Asked& asked) {
  return out << asked.name;
}

/// Between them they bring every kind of amount, warning, suggestion and gap.
const std::vector<Asked> kAsked = {
    {"nothing", "{}"},
    {"awards", R"({"district":"360702","ownership":"private","credit_code":"91360702MA3AAA0119",
                   "quality_awards":["china_quality_award","jinggang_quality_award"],
                   "quality_awards_paid":["china_quality_award"]})"},
    {"bidder", R"({"entity_type":"company","industry_code":"c3985","employees":15,
                   "procurement_kind":"goods","procurement_budget":"3000000.01",
                   "procurement_above_limit":true,"procurement_buyer":"elsewhere"})"},
    {"bank", R"({"district":"360702","entity_type":"bank","bank_npl_ratio":"1.5",
                 "bank_sme_npl_ratio":4.5})"},
    {"founder", R"({"district":"360703","registration_status":"not_yet_registered"})"},
    {"creditor", R"({"district":"360702","situations":["arrears"],
                     "arrears_debtors":["large_enterprise"],"training_plan":[]})"},
};

struct Document {
  const live::LiveService service;
  const json::Value document = parse(service.get("/openapi.json").body);
  SchemaCheck check{document};
};

std::string listed(const std::vector<std::string>& faults) {
  return base::join(faults, "\n");
}

}  // namespace

BOOST_AUTO_TEST_SUITE(AnswersAsDescribed)

BOOST_DATA_TEST_CASE(match, kAsked, asked) {
  Document live;
  for (const std::string day : {"2024-03-12", "2024-12-31", "2026-11-25", "2028-01-01"}) {
    const auto reply = live.service.post(
        "/api/v1/match", R"({"profile":)" + asked.profile + R"(,"as_of":")" + day + "\"}");
    BOOST_TEST_REQUIRE(reply.status == 200, reply.text);
    BOOST_TEST(listed(live.check.faults("MatchAnswer", parse(reply.body))) == "", day);
  }
}

BOOST_AUTO_TEST_CASE(refusals) {
  Document live;
  for (const std::string profile :
       {R"({"employe":1})", R"({"situations":["ip_dispute"]})", R"({"credit_risk_class":"A"})"}) {
    const auto reply = live.service.post("/api/v1/match", R"({"profile":)" + profile + "}");
    BOOST_TEST(reply.status == 400);
    BOOST_TEST(listed(live.check.faults("Problem", parse(reply.body))) == "", profile);
  }
}

BOOST_AUTO_TEST_CASE(lists) {
  Document live;
  for (const std::string path : {"/api/v1/facts", "/api/v1/measures", "/api/v1/clauses",
                                 "/api/v1/units", "/api/v1/documents", "/api/v1/contacts"}) {
    const json::Value answer = parse(live.service.get(path).body);
    BOOST_TEST(listed(live.check.faultsOfGet(path, answer)) == "", path);
  }
}

BOOST_AUTO_TEST_CASE(one_measure_and_one_unit) {
  Document live;
  for (const auto& measure : live::realCatalogue()->measures()) {
    const json::Value answer = parse(live.service.get("/api/v1/measures/" + measure->id).body);
    BOOST_TEST(listed(live.check.faultsOfGet("/api/v1/measures/{id}", answer)) == "");
    for (const json::Value& caveat : at(answer, "/caveats").elements) {
      BOOST_TEST(listed(live.check.faults("Caveat", caveat)) == "", measure->id);
    }
  }
  const json::Value unit = parse(live.service.get("/api/v1/units/gz-finance").body);
  BOOST_TEST(listed(live.check.faultsOfGet("/api/v1/units/{id}", unit)) == "");
  BOOST_TEST(listed(live.check.faults("UnitContact", at(unit, "/contact"))) == "");
  for (const json::Value& contact :
       at(parse(live.service.get("/api/v1/contacts").body), "/contacts").elements) {
    BOOST_TEST(listed(live.check.faults("Contact", contact)) == "");
  }
}

BOOST_AUTO_TEST_CASE(saved_profile) {
  Document live;
  const std::string code = live::save(live.service);
  const json::Value answer = parse(live.service.get(live::kMine, live::bearer(code)).body);
  BOOST_TEST(listed(live.check.faults("SavedProfile", answer)) == "");
}

// The check itself can fail.
BOOST_AUTO_TEST_CASE(a_member_too_many_too_few_or_of_another_type_is_found) {
  Document live;
  const auto found = [&](const char* caveat) {
    return listed(live.check.faults("Caveat", parse(caveat)));
  };
  BOOST_TEST(found(R"({"kind":"note","text":"x","source":null})") == "");
  BOOST_TEST(found(R"({"kind":"note","text":"x"})") == "/source: is missing");
  BOOST_TEST(found(R"({"kind":"odd","text":"x","source":null})") ==
             "/kind: `odd` is none of the enum");
  BOOST_TEST(found(R"({"kind":"note","text":1,"source":null})") == "/text: is no string");
  BOOST_TEST(found(R"({"kind":"note","text":"x","source":null,"more":1})") ==
             "/more: is not described");
  BOOST_TEST(found(R"({"kind":"note","text":"x","source":{"document":"d"}})") ==
             "/source/number: is missing\n/source/item: is missing\n/source/cell: is missing\n"
             "/source/clause: is missing");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::api::test

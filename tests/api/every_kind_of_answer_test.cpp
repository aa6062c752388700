// Asks for every kind of answer, so that contract.answers can hold each against the API document.
#include <ostream>
#include <string>

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "live/live_service.h"

namespace policycalc::api::test {
namespace {

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

}  // namespace

BOOST_AUTO_TEST_SUITE(EveryKindOfAnswer)

BOOST_DATA_TEST_CASE(match, kAsked, asked) {
  const live::LiveService service;
  for (const std::string day : {"2024-03-12", "2024-12-31", "2026-11-25", "2028-01-01"}) {
    for (const std::string detail : {"verdicts", "core", "full"}) {
      const auto reply =
          service.post("/api/v1/match", R"({"profile":)" + asked.profile + R"(,"as_of":")" + day +
                                            R"(","detail":")" + detail + "\"}");
      BOOST_TEST(reply.status == 200, reply.text);
    }
  }
}

BOOST_AUTO_TEST_CASE(refused_profiles) {
  const live::LiveService service;
  for (const std::string profile :
       {R"({"employe":1})", R"({"situations":["ip_dispute"]})", R"({"credit_risk_class":"A"})"}) {
    BOOST_TEST(service.post("/api/v1/match", R"({"profile":)" + profile + "}").status == 400);
  }
}

BOOST_AUTO_TEST_CASE(lists) {
  const live::LiveService service;
  for (const std::string path :
       {"facts", "facts?topic=identity", "measures", "measures?item=11&kind=benefit",
        "measures?detail=full", "clauses", "clauses?unit=gz-finance&q=a", "units",
        "units?level=county", "documents", "contacts", "catalogue", "profile-schema"}) {
    BOOST_TEST(service.get("/api/v1/" + path).status == 200, path);
  }
}

BOOST_AUTO_TEST_CASE(each_measure_and_each_unit) {
  const live::LiveService service;
  for (const auto& measure : live::realCatalogue()->measures()) {
    BOOST_TEST(service.get("/api/v1/measures/" + measure->id).status == 200, measure->id);
  }
  for (const auto& unit : live::realCatalogue()->registry().units()) {
    BOOST_TEST(service.get("/api/v1/units/" + unit.id).status == 200, unit.id);
  }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::api::test

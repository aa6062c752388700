#include <string>

#include <boost/test/unit_test.hpp>

#include "desk/casework.h"
#include "support/json_path.h"

namespace policycalc::desk::test {
namespace {

using http::test::Reply;
using policycalc::test::at;
using policycalc::test::textAt;
using std::chrono::days;

/// Two matters at the market regulation, one of which waits for nobody; one at the commerce.
struct Watched : Casework {
  Watched() {
    nameHandler();
    const std::string first = open();
    clerk.post(first + "/steps", stepTo("preparing", 1));
    clerk.post(first + "/steps", stepTo("handed_over", 2));
    open(kFair, R"(,"unit":"gz-commerce")");
    service.moveClock(days(7));
  }
  std::string found(const std::string& query) {
    return valueAt(supervisor.get("/matters?" + query), "/counts/found");
  }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(DeskOverview)

BOOST_FIXTURE_TEST_CASE(each_number_opens_the_list_that_it_counts, Watched) {
  store::StaffMember member = *service.store().staff().find(handler_id);
  member.active = false;
  service.store().staff().update(member, member.revision, {supervisor_id, "", service.now()});
  const json::Value overview = bodyOf(supervisor.get("/overview"));
  BOOST_TEST(textAt(overview, "/by") == "unit");
  BOOST_TEST(at(overview, "/places").elements.size() == 2U);
  for (const json::Value& place : at(overview, "/places").elements) {
    const std::string unit = "unit=" + textAt(place, "/id");
    BOOST_TEST(textAt(place, "/open") == found(unit));
    BOOST_TEST(textAt(place, "/overdue") == found(unit + "&due=overdue"));
    BOOST_TEST(textAt(place, "/nobody") == found(unit + "&turn=nobody"));
    BOOST_TEST(textAt(place, "/returned_twice") == found(unit + "&returned_times=2"));
    BOOST_TEST(textAt(place, "/inactive") == found(unit + "&inactive=true"));
    BOOST_TEST(textAt(place, "/permission_ending") == found(unit + "&permission=ending"));
    BOOST_TEST(textAt(place, "/company") == found(unit + "&turn=company"));
    BOOST_TEST(textAt(place, "/measure_moved") == found(unit + "&measure=moved"));
    BOOST_TEST(textAt(place, "/to_tell") == found(unit + "&turn=to_tell"));
    BOOST_TEST(textAt(place, "/oldest/opened_on") == "2026-11-25");
  }
  BOOST_TEST(found("inactive=true") == "1");
  // One that is closed and not told keeps its place.
  clerk.post("/matters/2/steps", stepTo("forwarded", 1));
  const json::Value told = bodyOf(supervisor.get("/overview?unit=gz-commerce"));
  BOOST_TEST(textAt(told, "/places/0/open") == "0");
  BOOST_TEST(textAt(told, "/places/0/to_tell") == "1");
  BOOST_TEST(at(told, "/places/0/oldest").isNull());
  const json::Value counties = bodyOf(supervisor.get("/overview?by=county"));
  BOOST_TEST(textAt(counties, "/places/0/name") == "章贡区");
  BOOST_TEST(textAt(counties, "/places/0/open") == "1");
}

BOOST_FIXTURE_TEST_CASE(a_matter_that_goes_to_and_fro_is_counted_as_returned_twice, Watched) {
  const auto send = [&](Browser& browser, const std::string& state, int revision) {
    const std::string reason = state == "preparing" ? R"(,"reason":"缺材料")" : "";
    BOOST_TEST(browser.post("/matters/1/steps", stepTo(state, revision, reason)).status == 200);
  };
  send(handler, "preparing", 3);
  BOOST_TEST(found("returned_times=2") == "0");
  send(clerk, "handed_over", 4);
  send(handler, "preparing", 5);
  BOOST_TEST(found("returned_times=2") == "1");
  send(clerk, "handed_over", 6);
  BOOST_TEST(found("returned_times=2") == "1");  // also while it is at the unit again
  BOOST_TEST(refusalOf(supervisor.get("/matters?returned_times=3")) ==
             "400 wrong_value ?returned_times");
}

BOOST_FIXTURE_TEST_CASE(the_flow_has_weeks_ages_and_ends, Watched) {
  clerk.post("/matters/2/steps", stepTo("withdrawn", 1));
  const json::Value flow = bodyOf(supervisor.get("/overview/flow"));
  BOOST_TEST(textAt(flow, "/to") == "2026-12-02");
  BOOST_TEST(textAt(flow, "/from") == "2026-09-03");
  const auto& weeks = at(flow, "/weeks").elements;
  BOOST_TEST(weeks.size() == 14U);
  BOOST_TEST(textAt(weeks[12], "/monday") == "2026-11-23");
  BOOST_TEST(textAt(weeks[12], "/opened") == "2");
  BOOST_TEST(textAt(weeks[13], "/closed") == "1");
  for (const json::Value& each : at(flow, "/ages").elements) {
    const std::string expected = textAt(each, "/state") == "handed_over" ? "1" : "0";
    BOOST_TEST(textAt(each, "/numbers/0") == expected);  // up to seven days
  }
  for (const json::Value& end : at(flow, "/ends").elements) {
    const bool withdrawn = textAt(end, "/state") == "withdrawn";
    BOOST_TEST(textAt(end, "/number") == (withdrawn ? "1" : "0"));
    BOOST_TEST(at(end, "/median_days").isNull() == !withdrawn);
    if (withdrawn) BOOST_TEST(textAt(end, "/most_days") == "7");
  }
}

BOOST_FIXTURE_TEST_CASE(tables_come_as_csv, Watched) {
  const auto csv = [&](const std::string& query) {
    const Reply reply = supervisor.get("/overview.csv" + query);
    BOOST_TEST(reply.header("Content-Type") == "text/csv; charset=utf-8");
    return reply.body;
  };
  BOOST_TEST(csv("").find("市市场监管局,1,") != std::string::npos);
  BOOST_TEST(csv("?by=county").find("章贡区,2,") != std::string::npos);
  BOOST_TEST(csv("?table=weeks").find("2026-11-23,2,0") != std::string::npos);
  BOOST_TEST(csv("?table=ages").find("已转办,1,0,0,0,0") != std::string::npos);
  BOOST_TEST(csv("?table=ends").find("已兑现,0") != std::string::npos);
}

BOOST_FIXTURE_TEST_CASE(supervisors_see_the_numbers_of_their_places, Watched) {
  Browser of_nankang = signedInAt(service, "chen", "supervisor", kNankang);
  Browser of_unit = signedInAt(service, "wu", "supervisor", "", kMarketRegulation);
  BOOST_TEST(at(bodyOf(of_nankang.get("/overview")), "/places").elements.empty());
  const json::Value own = bodyOf(of_unit.get("/overview"));
  BOOST_TEST(at(own, "/places").elements.size() == 1U);
  BOOST_TEST(textAt(own, "/places/0/id") == kMarketRegulation);
  for (Browser* browser : {&clerk, &handler}) {
    for (const char* path : {"/overview", "/overview/flow", "/overview.csv"}) {
      BOOST_TEST(refusalOf(browser->get(path)) == "403 not_permitted ");
    }
  }
}

BOOST_FIXTURE_TEST_CASE(faults_of_a_question_are_told_with_their_place, Watched) {
  const auto refused = [&](const std::string& query) {
    return refusalOf(supervisor.get("/overview" + query));
  };
  BOOST_TEST(refused("?by=state") == "400 wrong_value ?by");
  BOOST_TEST(refused("?county=110000") == "400 wrong_value ?county");
  BOOST_TEST(refused("?unit=nowhere") == "400 wrong_value ?unit");
  BOOST_TEST(refused("?from=2026-11-01") == "400 unknown_parameter ?from");
  BOOST_TEST(refused("/flow?to=2026-12-03") == "400 wrong_value ?to");
  BOOST_TEST(refused("/flow?from=2026-11-02&to=2026-11-01") == "400 wrong_value ?to");
  BOOST_TEST(refused("/flow?from=2024-11-01") == "400 wrong_value ?from");
  BOOST_TEST(refused(".csv?table=staff") == "400 wrong_value ?table");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::desk::test

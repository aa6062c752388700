#include <string>

#include <boost/test/unit_test.hpp>

#include "live/live_service.h"

namespace policycalc::api::test {
namespace {

using live::LiveService;

constexpr int kSeats = 30;

int match(const LiveService& service, const std::string& address) {
  return service
      .post("/api/v1/match", R"({"profile":{"district":"360702"}})", "application/json",
            live::from(address))
      .status;
}

int facts(const LiveService& service, const std::string& address) {
  return service.get("/api/v1/facts", live::from(address)).status;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(AnonymousCallers)

// With the default of `anonymous_points`.
BOOST_AUTO_TEST_CASE(a_hall_of_thirty_seats_behind_one_address_is_never_refused) {
  const LiveService service(CallLimits{.anonymous = 6'000, .key = 0});
  // The whole hall opens at once; then a seat answers a question every two seconds for a minute.
  for (int i = 0; i < kSeats; ++i) BOOST_TEST_REQUIRE(facts(service, "192.0.2.1") == 200);
  for (int second = 0; second < 60; ++second) {
    for (int i = 0; i < kSeats / 2; ++i) BOOST_TEST_REQUIRE(match(service, "192.0.2.1") == 200);
    service.moveClock(std::chrono::seconds(1));
  }
}

BOOST_AUTO_TEST_CASE(the_callers_of_an_address_or_an_ipv6_network_share_a_limit) {
  const LiveService service(CallLimits{.anonymous = 10, .key = 0});
  BOOST_TEST(match(service, "192.0.2.1") == 200);
  BOOST_TEST(match(service, "192.0.2.1") == 200);
  BOOST_TEST(match(service, "192.0.2.1") == 429);
  BOOST_TEST(match(service, "192.0.2.2") == 200);
  BOOST_TEST(match(service, "2001:db8::1") == 200);
  BOOST_TEST(match(service, "2001:db8::ffff:2") == 200);
  BOOST_TEST(match(service, "2001:db8::3") == 429);
  BOOST_TEST(match(service, "2001:db8:0:1::3") == 200);
}

BOOST_AUTO_TEST_CASE(a_read_costs_less_than_a_match_and_points_come_back_evenly) {
  const LiveService service(CallLimits{.anonymous = 60, .key = 0});
  for (int i = 0; i < 60; ++i) BOOST_TEST_REQUIRE(facts(service, "192.0.2.1") == 200);
  BOOST_TEST(facts(service, "192.0.2.1") == 429);
  service.moveClock(std::chrono::seconds(5));
  BOOST_TEST(match(service, "192.0.2.1") == 200);
  BOOST_TEST(facts(service, "192.0.2.1") == 429);
}

BOOST_AUTO_TEST_CASE(health_and_metrics_are_never_limited_and_this_machine_neither) {
  const LiveService service(CallLimits{.anonymous = 1, .key = 0});
  const std::string away = live::from("192.0.2.1");
  BOOST_TEST(facts(service, "192.0.2.1") == 200);
  BOOST_TEST(facts(service, "192.0.2.1") == 429);
  for (int i = 0; i < 5; ++i) {
    for (const char* path : {"/health/live", "/health/ready", "/metrics"}) {
      BOOST_TEST(service.get(path, away).status == 200);
    }
    BOOST_TEST(service.get("/api/v1/facts").status == 200);
    BOOST_TEST(service.get("/api/v1/facts").header("RateLimit").empty());
  }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::api::test

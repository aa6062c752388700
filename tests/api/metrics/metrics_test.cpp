#include "api/metrics/metrics.h"

#include <chrono>
#include <memory>
#include <string>

#include <boost/test/unit_test.hpp>

namespace policycalc::api {
namespace {

Metrics::Others others(const web::DoorCounters& door) {
  return {.http = {},
          .dropped_log_lines = 3,
          .door = door,
          .store = {},
          .readiness = {},
          .catalogue_hash = "sha256:0"};
}

void checkHas(const std::string& text, const std::string& line) {
  BOOST_TEST(text.find("\n" + line + "\n") != std::string::npos, line << " in " << text);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(MetricsText)

BOOST_AUTO_TEST_CASE(requests_that_found_no_place_and_lines_that_were_dropped_are_told) {
  const auto gate = std::make_shared<http::Gate>(1, std::chrono::milliseconds(0));
  const Metrics metrics(gate);
  const web::DoorCounters door;
  checkHas(metrics.write(others(door)), "policycalc_gate_refusals_total 0");
  BOOST_TEST(gate->enter());
  BOOST_TEST(!gate->enter());
  const std::string text = metrics.write(others(door));
  checkHas(text, "policycalc_gate_refusals_total 1");
  checkHas(text, "policycalc_log_lines_dropped_total 3");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::api

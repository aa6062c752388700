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
  const auto callers = std::make_shared<CallerCounters>();
  const Metrics metrics(gate, callers);
  const web::DoorCounters door;
  checkHas(metrics.write(others(door)), "policycalc_gate_refusals_total 0");
  BOOST_TEST(gate->enter());
  BOOST_TEST(!gate->enter());
  const std::string text = metrics.write(others(door));
  checkHas(text, "policycalc_gate_refusals_total 1");
  checkHas(text, "policycalc_log_lines_dropped_total 3");
}

BOOST_AUTO_TEST_CASE(refused_callers_are_told_by_reason) {
  const auto callers = std::make_shared<CallerCounters>();
  const Metrics metrics(std::make_shared<http::Gate>(1, std::chrono::milliseconds(0)), callers);
  callers->countRefused(KeyFailure::kOrigin);
  callers->countLimited(true);
  callers->countLimited(false);
  callers->countLimited(false);
  const web::DoorCounters door;
  const std::string text = metrics.write(others(door));
  checkHas(text, R"(policycalc_key_refusals_total{code="origin_not_allowed"} 1)");
  checkHas(text, R"(policycalc_key_refusals_total{code="unknown_key"} 0)");
  checkHas(text, R"(policycalc_rate_limited_total{caller="key"} 1)");
  checkHas(text, R"(policycalc_rate_limited_total{caller="anonymous"} 2)");
}

BOOST_AUTO_TEST_CASE(batches_are_told_with_their_verdicts_and_time) {
  Metrics metrics(std::make_shared<http::Gate>(1, std::chrono::milliseconds(0)),
                  std::make_shared<CallerCounters>());
  const web::DoorCounters door;
  checkHas(metrics.write(others(door)), "policycalc_batch_seconds_total 0.000000");
  Metrics::Batch batch{.answered = 3, .refused = 1, .took = std::chrono::microseconds(1'000'250)};
  batch.verdicts[static_cast<std::size_t>(engine::Verdict::kConditional)] = 7;
  metrics.countBatch(batch);
  batch.took = std::chrono::microseconds(50);
  metrics.countBatch(batch);
  const std::string text = metrics.write(others(door));
  checkHas(text, "policycalc_batches_total 2");
  checkHas(text, R"(policycalc_batch_companies_total{result="answered"} 6)");
  checkHas(text, R"(policycalc_batch_companies_total{result="refused"} 2)");
  checkHas(text, R"(policycalc_batch_verdicts_total{verdict="conditional"} 14)");
  checkHas(text, R"(policycalc_batch_verdicts_total{verdict="eligible"} 0)");
  checkHas(text, "policycalc_batch_seconds_total 1.000300");
  checkHas(text, R"(policycalc_verdicts_total{verdict="conditional"} 0)");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::api

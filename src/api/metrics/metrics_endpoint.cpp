#include "api/metrics/metrics_endpoint.h"

namespace policycalc::api {

void addMetricsRoute(web::Routes& routes, const Services& services,
                     const std::shared_ptr<const Metrics>& metrics,
                     const std::shared_ptr<Readiness>& readiness) {
  routes.add({.method = "GET",
              .path = "/metrics",
              .id = "metrics",
              .tag = "service",
              .summary = "Counters for Prometheus",
              .answers = {{200, "Prometheus text format 0.0.4.", "Metrics", "text/plain"}},
              .cost = 0},
             [&services, metrics, readiness](const http::Request&) {
               http::Response response;
               response.headers["Content-Type"] = "text/plain; version=0.0.4; charset=utf-8";
               response.body = std::make_shared<const std::string>(
                   metrics->write({.http = services.http_counters(),
                                   .dropped_log_lines = services.dropped_log_lines(),
                                   .door = *services.door_counters,
                                   .store = services.store.counters(),
                                   .readiness = readiness->state(),
                                   .catalogue_hash = services.catalogues.current()->hash(),
                                   .nodes = services.share->nodes()}));
               return response;
             });
}

}  // namespace policycalc::api

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
              .answers = {{200, "Prometheus text format 0.0.4.", "Metrics", "text/plain"}}},
             [&services, metrics, readiness](const http::Request&) {
               http::Response response;
               response.headers["Content-Type"] = "text/plain; version=0.0.4; charset=utf-8";
               response.body = std::make_shared<const std::string>(metrics->write(
                   {services.http_counters(), *services.door_counters, services.store.counters(),
                    readiness->state(), services.catalogues.current()->hash()}));
               return response;
             });
}

}  // namespace policycalc::api

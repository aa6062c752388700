#include "api/metrics/metrics_endpoint.h"

#include "policycalc/web/query.h"

namespace policycalc::api {

void addMetricsRoute(http::Router& router, const Services& services,
                     const std::shared_ptr<const Metrics>& metrics) {
  router.get("/metrics", web::withoutQuery([&services, metrics](const http::Request&) {
               http::Response response;
               response.headers["Content-Type"] = "text/plain; version=0.0.4; charset=utf-8";
               response.body = std::make_shared<const std::string>(
                   metrics->write(services.http_counters(), services.catalogues.current()->hash()));
               return response;
             }));
}

}  // namespace policycalc::api

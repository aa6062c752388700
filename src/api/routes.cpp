#include "policycalc/api/routes.h"

#include <memory>

#include "policycalc/http/gate.h"
#include "policycalc/web/contract/routes.h"

#include "api/feedback/feedback_endpoints.h"
#include "api/health/health.h"
#include "api/match/match_endpoint.h"
#include "api/metrics/metrics_endpoint.h"
#include "api/profiles/profiles.h"
#include "api/qr/qr_endpoint.h"
#include "api/reference/reference_endpoints.h"
#include "api/schemas.h"

namespace policycalc::api {

void addRoutes(http::Router& router, const Services& services, http::Router* metrics_router) {
  const auto gate = http::Gate::ofThisMachine();
  web::Routes routes(router, gate);
  const auto metrics = std::make_shared<Metrics>(gate);
  const auto readiness = std::make_shared<Readiness>(services);
  addMatchRoute(routes, services, metrics);
  addReferenceRoutes(routes, services);
  addProfileRoutes(routes, services);
  addFeedbackRoutes(routes, services);
  addQrRoute(routes);
  addHealthRoutes(routes, readiness);
  if (metrics_router == nullptr) {
    addMetricsRoute(routes, services, metrics, readiness);
  } else {
    web::Routes private_routes(*metrics_router);
    addMetricsRoute(private_routes, services, metrics, readiness);
  }
  routes.addDocument({.method = "GET",
                      .path = "/openapi.json",
                      .id = "get_openapi",
                      .tag = "service",
                      .summary = "This document",
                      .answers = {{200, "OpenAPI 3.1.", "OpenApi"}}},
                     {documentFrame(), schemaFiles()}, *services.catalogues.current());
}

}  // namespace policycalc::api

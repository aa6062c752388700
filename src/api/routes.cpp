#include "policycalc/api/routes.h"

#include <memory>
#include <utility>

#include "policycalc/http/gate.h"
#include "policycalc/web/contract/routes.h"

#include "api/callers/key_endpoint.h"
#include "api/changes/changes_endpoints.h"
#include "api/conformance/conformance_endpoint.h"
#include "api/feedback/feedback_endpoints.h"
#include "api/health/health.h"
#include "api/match/batch_endpoint.h"
#include "api/match/match_endpoint.h"
#include "api/matters/matter_endpoints.h"
#include "api/metrics/metrics_endpoint.h"
#include "api/profiles/profiles.h"
#include "api/qr/qr_endpoint.h"
#include "api/reference/index_endpoint.h"
#include "api/reference/reference_endpoints.h"
#include "api/schemas.h"
#include "api/sheet/sheet_endpoint.h"

namespace policycalc::api {

void addRoutes(http::Router& router, const Services& services, http::Router* metrics_router) {
  const auto gate = http::Gate::ofThisMachine();
  const auto callers = std::make_shared<Callers>(services);
  web::Routes routes(router, gate,
                     [callers](const web::Operation& operation, http::Endpoint inner) {
                       return callers->guarded(operation, std::move(inner));
                     });
  const auto metrics = std::make_shared<Metrics>(gate, callers->counters());
  const auto press = std::make_shared<const paper::Press>();
  const auto readiness = std::make_shared<Readiness>(services, press->hasChinese());
  addMatchRoute(routes, services, metrics);
  addBatchRoute(routes, services, gate, metrics);
  addSheetRoute(routes, services, press, gate);
  addIndexRoute(routes);
  addReferenceRoutes(routes, services);
  addChangesRoutes(routes, services);
  addProfileRoutes(routes, services);
  addFeedbackRoutes(routes, services);
  addMatterRoutes(routes, services);
  addQrRoute(routes);
  addKeyRoute(routes, callers);
  addConformanceRoute(routes, services);
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

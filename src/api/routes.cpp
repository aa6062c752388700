#include "policycalc/api/routes.h"

#include <memory>
#include <string>

#include "policycalc/http/decorators.h"
#include "policycalc/web/query.h"

#include "api/feedback/feedback_endpoints.h"
#include "api/health/health.h"
#include "api/match/match_endpoint.h"
#include "api/metrics/metrics_endpoint.h"
#include "api/profiles/profiles.h"
#include "api/qr/qr_endpoint.h"
#include "api/reference/reference_endpoints.h"

namespace policycalc::api {

void addRoutes(http::Router& router, const Services& services) {
  const auto metrics = std::make_shared<Metrics>();
  addMatchRoute(router, services, metrics);
  addReferenceRoutes(router, services);
  addProfileRoutes(router, services);
  addFeedbackRoutes(router, services);
  addQrRoute(router);
  router.get("/openapi.json", http::withEtag(web::withoutQuery([](const http::Request&) {
               return http::Response::json(std::string(openApiDocument()));
             })));
  addHealthRoutes(router, services);
  addMetricsRoute(router, services, metrics);
}

}  // namespace policycalc::api

#pragma once

#include <memory>

#include "policycalc/api/routes.h"
#include "policycalc/web/contract/routes.h"

#include "api/metrics/metrics.h"

namespace policycalc::api {

/// `GET /metrics`: what `metrics`, the server and the store have counted, as Prometheus text.
void addMetricsRoute(web::Routes& routes, const Services& services,
                     const std::shared_ptr<const Metrics>& metrics,
                     const std::shared_ptr<Readiness>& readiness);

}  // namespace policycalc::api

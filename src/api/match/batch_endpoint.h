#pragma once

#include <memory>

#include "policycalc/api/routes.h"
#include "policycalc/http/gate.h"
#include "policycalc/web/contract/routes.h"

#include "api/metrics/metrics.h"

namespace policycalc::api {

/// `POST /api/v1/match/batch`: up to 1,000 profiles in, a line of verdicts for each out; counted in
/// `metrics`.
void addBatchRoute(web::Routes& routes, const Services& services,
                   const std::shared_ptr<http::Gate>& gate,
                   const std::shared_ptr<Metrics>& metrics);

}  // namespace policycalc::api

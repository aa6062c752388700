#pragma once

#include <memory>

#include "policycalc/api/routes.h"
#include "policycalc/web/contract/routes.h"

#include "api/metrics/metrics.h"

namespace policycalc::api {

/// `POST /api/v1/match`: a company's profile in, the verdict on every measure out. Each request is
/// counted in `metrics`.
void addMatchRoute(web::Routes& routes, const Services& services,
                   const std::shared_ptr<Metrics>& metrics);

}  // namespace policycalc::api

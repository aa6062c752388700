#pragma once

#include "policycalc/api/routes.h"
#include "policycalc/web/contract/routes.h"

namespace policycalc::api {

/// `GET /api/v1/conformance`: requests with the verdicts that they must get, by which partners test
/// their integration.
void addConformanceRoute(web::Routes& routes, const Services& services);

}  // namespace policycalc::api

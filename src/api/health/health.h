#pragma once

#include "policycalc/api/routes.h"
#include "policycalc/web/contract/routes.h"

namespace policycalc::api {

/// `/health/live` says that the process answers, `/health/ready` that it reaches its database.
void addHealthRoutes(web::Routes& routes, const Services& services);

}  // namespace policycalc::api

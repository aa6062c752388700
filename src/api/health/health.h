#pragma once

#include "policycalc/api/routes.h"
#include "policycalc/http/router.h"

namespace policycalc::api {

/// `/health/live` says that the process answers, `/health/ready` that it reaches its database.
void addHealthRoutes(http::Router& router, const Services& services);

}  // namespace policycalc::api

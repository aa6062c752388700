#pragma once

#include <memory>

#include "policycalc/web/contract/routes.h"

#include "api/health/readiness.h"

namespace policycalc::api {

/// `/health/live` says that the process answers, `/health/ready` that it can do its work.
void addHealthRoutes(web::Routes& routes, const std::shared_ptr<Readiness>& readiness);

}  // namespace policycalc::api

#pragma once

#include "policycalc/api/routes.h"
#include "policycalc/web/contract/routes.h"

namespace policycalc::api {

/// `/api/v1/catalogues`: the versions that are kept; `/api/v1/changes`: what differs between two.
void addChangesRoutes(web::Routes& routes, const Services& services);

}  // namespace policycalc::api

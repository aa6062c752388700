#pragma once

#include "policycalc/web/contract/routes.h"

namespace policycalc::api {

/// `GET /api/v1`: where to go on from there.
void addIndexRoute(web::Routes& routes);

}  // namespace policycalc::api

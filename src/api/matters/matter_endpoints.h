#pragma once

#include "policycalc/api/routes.h"
#include "policycalc/web/contract/routes.h"

namespace policycalc::api {

/// `POST /api/v1/matters/status` and `POST /api/v1/matters/rating`, for the company of a matter,
/// which has its reference and its query code. Both come in the body: an address is written down
/// in too many places. Wrong ones are limited by the CodeDoor, like other codes.
void addMatterRoutes(web::Routes& routes, const Services& services);

}  // namespace policycalc::api

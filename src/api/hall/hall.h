#pragma once

#include "policycalc/api/routes.h"
#include "policycalc/http/router.h"

namespace policycalc::api {

/// `/api/v1/hall/…`: what the staff at the desk works with.
void addHallRoutes(http::Router& router, const Services& services);

}  // namespace policycalc::api

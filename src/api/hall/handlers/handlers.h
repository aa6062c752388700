#pragma once

#include <memory>

#include "policycalc/api/routes.h"
#include "policycalc/http/router.h"

#include "api/hall/hall_door.h"

namespace policycalc::api {

/// `/api/v1/hall/handlers`: who is named for which measure, county and unit, and where nobody is.
/// A supervisor with a county or a unit changes only what is of that county and unit.
void addHandlerRoutes(http::Router& router, const Services& services,
                      const std::shared_ptr<HallDoor>& door);

}  // namespace policycalc::api

#pragma once

#include <memory>

#include "policycalc/api/routes.h"
#include "policycalc/http/router.h"

#include "api/code_door.h"

namespace policycalc::api {

/// `/api/v1/hall/…`: what the staff at the desk works with. `code_door` is
/// that of all endpoints, so that wrong codes at a window count as those elsewhere.
void addHallRoutes(http::Router& router, const Services& services,
                   const std::shared_ptr<CodeDoor>& code_door);

}  // namespace policycalc::api

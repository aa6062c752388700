#pragma once

#include <memory>

#include "policycalc/api/routes.h"
#include "policycalc/http/router.h"

#include "api/hall/hall_door.h"
#include "api/hall/passwords.h"

namespace policycalc::api {

/// `/api/v1/hall/session`, `/sessions` and `/password`: logging in and out, who am I, and one's own
/// password.
void addAccountRoutes(http::Router& router, const Services& services,
                      const std::shared_ptr<HallDoor>& door,
                      const std::shared_ptr<Passwords>& passwords);

}  // namespace policycalc::api

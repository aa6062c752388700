#pragma once

#include <memory>

#include "policycalc/api/routes.h"
#include "policycalc/http/router.h"

#include "api/hall/hall_door.h"

namespace policycalc::api {

/// `/api/v1/hall/cases…`: the queue, one case, its opening, its steps and what is noted on the way,
/// the queue as a spreadsheet.
void addCaseRoutes(http::Router& router, const Services& services,
                   const std::shared_ptr<HallDoor>& door);

}  // namespace policycalc::api

#pragma once

#include <memory>

#include "policycalc/desk/desk.h"
#include "policycalc/web/contract/routes.h"

#include "desk/door/desk_door.h"

namespace policycalc::desk {

/// `PUT /api/v1/hall/duty-handlers`: who handles what a unit has without a named handler.
void addDutyRoute(web::Routes& routes, const Services& services,
                  const std::shared_ptr<DeskDoor>& door);

}  // namespace policycalc::desk

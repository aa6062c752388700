#pragma once

#include <memory>

#include "policycalc/desk/desk.h"
#include "policycalc/web/contract/routes.h"

#include "desk/door/desk_door.h"

namespace policycalc::desk {

/// `/api/v1/hall/handlers`: who is named for which measure, county and unit, and where nobody is.
/// A supervisor with a county or a unit changes only what is of that county and unit.
void addHandlerRoutes(web::Routes& routes, const Services& services,
                      const std::shared_ptr<DeskDoor>& door);

}  // namespace policycalc::desk

#pragma once

#include <memory>

#include "policycalc/desk/desk.h"
#include "policycalc/web/contract/routes.h"

#include "desk/door/desk_door.h"

namespace policycalc::desk {

/// `/api/v1/hall/handlers`: which handler is named for which measure, county and unit, and where
/// one is missing. A supervisor with a county or a unit changes only the entries of these.
void addHandlerRoutes(web::Routes& routes, const Services& services,
                      const std::shared_ptr<DeskDoor>& door);

}  // namespace policycalc::desk

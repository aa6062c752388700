#pragma once

#include <memory>

#include "policycalc/desk/desk.h"
#include "policycalc/web/contract/routes.h"

#include "desk/door/desk_door.h"

namespace policycalc::desk {

/// `/api/v1/hall/handlers.csv` and `/api/v1/hall/handlers/import`: the table of handlers as CSV,
/// and back. An import is done as a whole or not at all.
void addHandlerImportRoutes(web::Routes& routes, const Services& services,
                            const std::shared_ptr<DeskDoor>& door);

}  // namespace policycalc::desk

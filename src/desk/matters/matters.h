#pragma once

#include <memory>

#include "policycalc/desk/desk.h"
#include "policycalc/web/contract/routes.h"

#include "desk/door/desk_door.h"

namespace policycalc::desk {

/// `/api/v1/hall/matters…`: the queue, also as a spreadsheet; one matter, its opening, its steps,
/// its handler, documents and notes.
void addMatterRoutes(web::Routes& routes, const Services& services,
                     const std::shared_ptr<DeskDoor>& door);

}  // namespace policycalc::desk

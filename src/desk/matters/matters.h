#pragma once

#include <memory>

#include "policycalc/desk/desk.h"
#include "policycalc/web/contract/routes.h"

#include "desk/door/desk_door.h"

namespace policycalc::desk {

/// `/api/v1/hall/matters…`: the queue, one matter, its opening, its steps and what is noted on the
/// way, the queue as a spreadsheet.
void addMatterRoutes(web::Routes& routes, const Services& services,
                     const std::shared_ptr<DeskDoor>& door);

}  // namespace policycalc::desk

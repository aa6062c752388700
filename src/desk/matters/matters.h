#pragma once

#include <memory>

#include "policycalc/desk/desk.h"
#include "policycalc/http/router.h"

#include "desk/door/desk_door.h"

namespace policycalc::desk {

/// `/api/v1/hall/matters…`: the queue, one matter, its opening, its steps and what is noted on the
/// way, the queue as a spreadsheet.
void addMatterRoutes(http::Router& router, const Services& services,
                     const std::shared_ptr<DeskDoor>& door);

}  // namespace policycalc::desk

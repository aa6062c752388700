#pragma once

#include <memory>

#include "policycalc/desk/desk.h"
#include "policycalc/web/contract/routes.h"

#include "desk/door/desk_door.h"

namespace policycalc::desk {

/// `/api/v1/hall/policies/…`: which policies wait, are and were in use, how they differ, and what
/// of them runs out.
void addKeepingRoutes(web::Routes& routes, const Services& services,
                      const std::shared_ptr<DeskDoor>& door);

}  // namespace policycalc::desk

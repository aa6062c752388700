#pragma once

#include <memory>

#include "policycalc/desk/desk.h"
#include "policycalc/web/contract/routes.h"

#include "desk/door/desk_door.h"

namespace policycalc::desk {

/// `/api/v1/hall/overview…`: the numbers of a supervisor's matters by unit or county, and how they
/// come in, age and end.
void addOverviewRoutes(web::Routes& routes, const Services& services,
                       const std::shared_ptr<DeskDoor>& door);

}  // namespace policycalc::desk

#pragma once

#include <memory>

#include "policycalc/desk/desk.h"
#include "policycalc/web/contract/routes.h"

#include "desk/door/desk_door.h"

namespace policycalc::desk {

/// `/api/v1/hall/people…`: who works at the places that the caller sees to, how many open matters
/// wait for each, who is absent, and who acts for them.
void addPeopleRoutes(web::Routes& routes, const Services& services,
                     const std::shared_ptr<DeskDoor>& door);

}  // namespace policycalc::desk

#pragma once

#include <memory>

#include "policycalc/desk/desk.h"
#include "policycalc/web/contract/routes.h"

#include "desk/door/desk_door.h"

namespace policycalc::desk {

/// `/api/v1/hall/sessions…` and `/other-sessions`: where one's own account is logged in, and ending
/// that.
void addOwnSessionRoutes(web::Routes& routes, const Services& services,
                         const std::shared_ptr<DeskDoor>& door);

}  // namespace policycalc::desk

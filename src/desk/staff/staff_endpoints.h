#pragma once

#include <memory>

#include "policycalc/desk/desk.h"
#include "policycalc/web/contract/routes.h"

#include "desk/door/desk_door.h"
#include "desk/door/passwords.h"

namespace policycalc::desk {

/// `/api/v1/hall/staff…`: the list of accounts, adding and changing one, resetting a password.
void addStaffRoutes(web::Routes& routes, const Services& services,
                    const std::shared_ptr<DeskDoor>& door,
                    const std::shared_ptr<Passwords>& passwords);

}  // namespace policycalc::desk

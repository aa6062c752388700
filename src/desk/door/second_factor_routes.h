#pragma once

#include <memory>

#include "policycalc/desk/desk.h"
#include "policycalc/web/contract/routes.h"

#include "desk/door/desk_door.h"
#include "desk/door/second_factor.h"

namespace policycalc::desk {

/// `/api/v1/hall/second-factor`, `/session/second-factor` and `/staff/{id}/second-factor`: setting
/// it up, showing a code, and its reset by an administrator.
void addSecondFactorRoutes(web::Routes& routes, const Services& services,
                           const std::shared_ptr<DeskDoor>& door,
                           const std::shared_ptr<SecondFactor>& factor);

}  // namespace policycalc::desk

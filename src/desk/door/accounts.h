#pragma once

#include <memory>

#include "policycalc/desk/desk.h"
#include "policycalc/web/contract/routes.h"

#include "desk/door/desk_door.h"
#include "desk/door/passwords.h"
#include "desk/door/second_factor.h"

namespace policycalc::desk {

/// What a log-in asks for.
struct LoginSteps {
  std::shared_ptr<Passwords> passwords;
  std::shared_ptr<SecondFactor> factor;
};

/// `/api/v1/hall/session`, `/sessions` and `/password`: logging in and out, one's own account and
/// password.
void addAccountRoutes(web::Routes& routes, const Services& services,
                      const std::shared_ptr<DeskDoor>& door, const LoginSteps& steps);

}  // namespace policycalc::desk

#pragma once

#include <functional>

#include "policycalc/web/contract/routes.h"

#include "desk/door/desk_door.h"
#include "desk/matters/matter_answers.h"

namespace policycalc::desk {

using MatterAnswer = http::Response (*)(const MatterBook&, const http::Request&, const SignedIn&);
/// Makes an answer that takes no query.
using PlainAnswer = std::function<DeskDoor::Answer(MatterAnswer)>;

/// The routes that change one matter, and those that change many at once.
void addMatterChangeRoutes(web::Routes& routes, DeskDoor& door, const PlainAnswer& plain);

}  // namespace policycalc::desk

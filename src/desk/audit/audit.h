#pragma once

#include <memory>

#include "policycalc/desk/desk.h"
#include "policycalc/web/contract/routes.h"

#include "desk/door/desk_door.h"

namespace policycalc::desk {

/// `GET /api/v1/hall/audit` and its exports: who did what at the desk, and when, but never a value.
/// A supervisor gets only the entries of their county, and of their unit what concerns its matters
/// and its people.
void addAuditRoute(web::Routes& routes, const Services& services,
                   const std::shared_ptr<DeskDoor>& door);

}  // namespace policycalc::desk

#include "policycalc/desk/desk.h"

#include <memory>

#include "desk/applicants/applicants.h"
#include "desk/audit/audit.h"
#include "desk/door/accounts.h"
#include "desk/door/desk_door.h"
#include "desk/door/passwords.h"
#include "desk/handlers/handlers.h"
#include "desk/matters/matters.h"
#include "desk/staff/staff_endpoints.h"

namespace policycalc::desk {

void addRoutes(http::Router& router, const Services& services) {
  const auto door = std::make_shared<DeskDoor>(services);
  // Shared: the limit of passwords hashed at once holds for all endpoints together.
  const auto passwords = std::make_shared<Passwords>(services);
  addAccountRoutes(router, services, door, passwords);
  addStaffRoutes(router, services, door, passwords);
  addApplicantRoutes(router, door, std::make_shared<ApplicantDesk>(services));
  addHandlerRoutes(router, services, door);
  addAuditRoute(router, services, door);
  addMatterRoutes(router, services, door);
}

}  // namespace policycalc::desk

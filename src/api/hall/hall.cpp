#include "api/hall/hall.h"

#include <memory>

#include "api/hall/accounts.h"
#include "api/hall/applicants/applicants.h"
#include "api/hall/audit/audit.h"
#include "api/hall/cases/cases.h"
#include "api/hall/hall_door.h"
#include "api/hall/handlers/handlers.h"
#include "api/hall/passwords.h"
#include "api/hall/staff_endpoints.h"

namespace policycalc::api {

void addHallRoutes(http::Router& router, const Services& services,
                   const std::shared_ptr<CodeDoor>& code_door) {
  const auto door = std::make_shared<HallDoor>(services);
  // Shared, so that all who hash passwords share the places.
  const auto passwords = std::make_shared<Passwords>(services);
  addAccountRoutes(router, services, door, passwords);
  addStaffRoutes(router, services, door, passwords);
  addApplicantRoutes(router, door, std::make_shared<ApplicantDesk>(services, code_door));
  addHandlerRoutes(router, services, door);
  addAuditRoute(router, services, door);
  addCaseRoutes(router, services, door);
}

}  // namespace policycalc::api

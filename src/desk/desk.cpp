#include "policycalc/desk/desk.h"

#include <memory>

#include "policycalc/web/contract/routes.h"

#include "desk/applicants/applicants.h"
#include "desk/applicants/name_index.h"
#include "desk/audit/audit.h"
#include "desk/door/accounts.h"
#include "desk/door/desk_door.h"
#include "desk/door/fresh_password.h"
#include "desk/door/own_sessions.h"
#include "desk/door/passwords.h"
#include "desk/door/second_factor.h"
#include "desk/door/second_factor_routes.h"
#include "desk/handlers/handlers.h"
#include "desk/keeping/keeping.h"
#include "desk/matters/matter_measures.h"
#include "desk/matters/matters.h"
#include "desk/overview/overview.h"
#include "desk/people/people.h"
#include "desk/schemas.h"
#include "desk/staff/staff_endpoints.h"
#include "desk/withdrawals/withdrawals.h"

namespace policycalc::desk {

std::shared_ptr<NameIndex> makeNameIndex() {
  return std::make_shared<NameIndex>();
}

void prepare(const Services& services) {
  const Deadlines& deadlines = services.deadlines;
  try {
    services.store.matters().reckonDueDays(
        deadlines.version(),
        [&](MatterState state, std::chrono::sys_seconds since, std::int64_t rested) {
          return deadlines.dueDays(state, base::dayInChina(since), rested);
        });
    markMovedMeasures(services);
  } catch (const store::StoreError& error) {
    // What is stored can still be read and removed.
    if (error.kind() != store::StoreError::Kind::kFull) throw;
  }
  services.names->refresh(services.store.applicants(), services.service_key);
}

void addRoutes(http::Router& router, const Services& services) {
  web::Routes routes(router);
  const auto failures = std::make_shared<FailureTrail>(
      [&trail = services.store.audit()](const store::AuditEntry& entry) { trail.append(entry); },
      services.now);
  const auto factor = std::make_shared<SecondFactor>(services, failures);
  const auto door = std::make_shared<DeskDoor>(services, failures, factor);
  // Shared: the limit of passwords hashed at once holds for all endpoints together.
  const auto passwords = std::make_shared<Passwords>(services, failures);
  addAccountRoutes(routes, services, door, {passwords, factor});
  addSecondFactorRoutes(routes, services, door, factor);
  addFreshPasswordRoute(routes, services, door, passwords);
  addOwnSessionRoutes(routes, services, door);
  addStaffRoutes(routes, services, door, passwords);
  const auto applicants = std::make_shared<ApplicantDesk>(services);
  addApplicantRoutes(routes, door, applicants);
  addWithdrawalRoutes(routes, door, applicants);
  addHandlerRoutes(routes, services, door);
  addPeopleRoutes(routes, services, door);
  addOverviewRoutes(routes, services, door);
  addKeepingRoutes(routes, services, door);
  addAuditRoute(routes, services, door);
  addMatterRoutes(routes, services, door);
  // It holds no secret, and tools read it without a session.
  routes.addDocument(
      {.method = "GET",
       .path = "/api/v1/hall/openapi.json",
       .id = "get_desk_openapi",
       .tag = "account",
       .summary = "This document",
       .description = "Anyone may read it who reaches the desk under an allowed host "
                      "name, without a session.",
       .answers = {{200, "OpenAPI 3.1.", "OpenApi"}},
       .refusals = {web::refused::kForbidden, web::refused::kUnknownHost}},
      {documentFrame(), schemaFiles()}, *services.catalogues.current(),
      [door](const http::Request& request) { return door->refuseStranger(request); });
}

}  // namespace policycalc::desk

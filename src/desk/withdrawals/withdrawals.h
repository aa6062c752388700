#pragma once

#include <memory>

#include "policycalc/web/contract/routes.h"

#include "desk/applicants/applicant_desk.h"
#include "desk/door/desk_door.h"

namespace policycalc::desk {

/// `/api/v1/hall/withdrawals`: any window hears that a company withdraws its authorisation, not
/// only the one that helps it. With the reference of a matter, which the company has on paper, the
/// authorisation ends at once. A credit code is public, so with one the window that helps the
/// company first asks back through the contact that it has.
void addWithdrawalRoutes(web::Routes& routes, const std::shared_ptr<DeskDoor>& door,
                         const std::shared_ptr<ApplicantDesk>& desk);

}  // namespace policycalc::desk

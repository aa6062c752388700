#pragma once

#include <memory>
#include <string>
#include <vector>

#include "policycalc/desk/desk.h"
#include "policycalc/web/contract/routes.h"

#include "desk/door/desk_door.h"

namespace policycalc::desk {

/// `GET /api/v1/hall/audit`: what was done at the desk, by whom and when, never a value. A
/// supervisor with a county is told what concerns that county alone.
void addAuditRoute(web::Routes& routes, const Services& services,
                   const std::shared_ptr<DeskDoor>& door);

/// What somebody did to an account: their own log-in, or a colleague's place.
struct AccountAct {
  const char* action;
  const char* object;  ///< `session` or `staff`
  const store::StaffMember& member;
  std::vector<std::string> fields = {};
};

/// Puts it on the trail, as `staff_id`'s act.
void noteAccountAct(const Services& services, const http::Request& request, std::int64_t staff_id,
                    const AccountAct& act);

}  // namespace policycalc::desk

#pragma once

#include <chrono>

#include "policycalc/desk/rules/seat.h"
#include "policycalc/http/message.h"
#include "policycalc/store/audit.h"
#include "policycalc/store/staff.h"
#include "policycalc/web/query.h"

#include "desk/door/desk_door.h"

namespace policycalc::desk {

Seat seatOf(const store::StaffMember& member);
Seat seatOf(const SignedIn& who);

/// The sender of a request, as the audit trail names them.
store::Actor actorOf(const http::Request& request, const SignedIn& who,
                     std::chrono::sys_seconds now);

}  // namespace policycalc::desk

#pragma once

#include <chrono>

#include "policycalc/desk/rules/scope.h"
#include "policycalc/http/message.h"
#include "policycalc/store/audit.h"
#include "policycalc/web/query.h"

#include "desk/door/desk_door.h"

namespace policycalc::desk {

/// Where somebody who is logged in sits.
Seat seatOf(const SignedIn& who);

/// Who does what a request asks for, as the audit trail names them.
store::Actor actorOf(const http::Request& request, const SignedIn& who,
                     std::chrono::sys_seconds now);

}  // namespace policycalc::desk

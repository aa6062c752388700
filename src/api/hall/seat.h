#pragma once

#include <chrono>

#include "policycalc/hall/scope.h"
#include "policycalc/http/message.h"
#include "policycalc/store/audit.h"

#include "api/hall/hall_door.h"
#include "api/query.h"

namespace policycalc::api {

/// Where somebody who is logged in sits.
hall::Seat seatOf(const SignedIn& who);

/// Who does what a request asks for, as the audit trail names them.
store::Actor actorOf(const http::Request& request, const SignedIn& who,
                     std::chrono::sys_seconds now);

}  // namespace policycalc::api

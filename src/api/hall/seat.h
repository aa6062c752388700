#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string_view>

#include "policycalc/hall/scope.h"
#include "policycalc/http/message.h"
#include "policycalc/store/audit.h"

#include "api/hall/hall_door.h"

namespace policycalc::api {

/// Where somebody who is logged in sits.
hall::Seat seatOf(const SignedIn& who);

/// Who does what a request asks for, as the audit trail names them.
store::Actor actorOf(const http::Request& request, const SignedIn& who,
                     std::chrono::sys_seconds now);

/// The id that a path or a query spells: from 1, without sign or leading zero, so that each has one
/// spelling. Nothing for any other text.
std::optional<std::int64_t> readId(std::string_view text);

}  // namespace policycalc::api

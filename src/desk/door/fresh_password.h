#pragma once

#include <chrono>
#include <memory>
#include <optional>

#include "policycalc/desk/desk.h"
#include "policycalc/web/contract/routes.h"

#include "desk/door/desk_door.h"
#include "desk/door/passwords.h"

namespace policycalc::desk {

/// How long a password counts as fresh: long enough for one task, too short for a seat that was
/// left.
inline constexpr std::chrono::minutes kFreshPassword{5};

/// What changes the accounts of others asks for: 403 `fresh_password_required` unless the sender
/// has shown the password in this session within kFreshPassword.
std::optional<http::Response> refuseStale(const http::Request& request, const SignedIn& who,
                                          std::chrono::sys_seconds now);

/// `POST /api/v1/hall/session/password`: shows the password again.
void addFreshPasswordRoute(web::Routes& routes, const Services& services,
                           const std::shared_ptr<DeskDoor>& door,
                           const std::shared_ptr<Passwords>& passwords);

}  // namespace policycalc::desk

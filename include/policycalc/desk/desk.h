#pragma once

#include <chrono>
#include <string>
#include <vector>

#include "policycalc/desk/rules/deadlines.h"
#include "policycalc/http/endpoint.h"
#include "policycalc/http/router.h"
#include "policycalc/vault/password.h"
#include "policycalc/web/services.h"

namespace policycalc::desk {

/// How the desk is entered.
struct DeskOptions {
  /// What a request may call this service in `Host`: names or addresses, in any case. With a port
  /// an entry means that port alone, without one any.
  std::vector<std::string> allowed_hosts{"localhost", "127.0.0.1", "[::1]"};
  std::chrono::seconds idle = std::chrono::minutes(30);    ///< then a session has ended
  std::chrono::seconds absolute = std::chrono::hours(12);  ///< and then in any case
  int passwords_at_once = 4;  ///< hashed at the same time, 64 MiB each; beyond, 503
  vault::PasswordCost password_cost = vault::PasswordCost::usual();  ///< less in tests alone
};

/// What the desk's endpoints work with. Held by reference: it outlives every router. Thread-safe.
struct Services : web::Services {
  const Deadlines& deadlines;
  DeskOptions options;
};

/// Adds the endpoints of the desk, `/api/v1/hall/…`.
void addRoutes(http::Router& router, const Services& services);

/// Answers `/hall` and `/hall.html` with the page `/hall.html` of `pages` under an allowed host
/// name, 421 under another; everything else as `pages` does.
http::Endpoint withDeskPage(http::Endpoint pages, const DeskOptions& options);

}  // namespace policycalc::desk

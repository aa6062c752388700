#pragma once

#include <chrono>
#include <functional>
#include <string_view>

#include "policycalc/api/catalogues.h"
#include "policycalc/api/hall.h"
#include "policycalc/base/date.h"
#include "policycalc/hall/deadlines.h"
#include "policycalc/http/router.h"
#include "policycalc/http/server.h"
#include "policycalc/store/store.h"
#include "policycalc/vault/sealing.h"

namespace policycalc::api {

/// What the endpoints work with. Everything outlives the router; all of it is thread-safe.
struct Services {
  Catalogues& catalogues;
  store::Store& store;
  std::function<base::Date()> today;              ///< the day at UTC+8
  std::function<std::chrono::sys_seconds()> now;  ///< UTC
  const hall::Deadlines& deadlines;               ///< of the cases at the desk
  vault::Key service_key;                         ///< the service's own; see vault/service_key.h
  int backup_days = 30;                           ///< how long backups live, as owners are told
  std::function<http::ServerCounters()> http_counters;  ///< for /metrics
  HallOptions hall;
};

/// All endpoints of design §6: `/api/v1/…`, those of the hall among them, `/openapi.json`,
/// `/health/…`, `/metrics`.
void addRoutes(http::Router& router, const Services& services);

/// The OpenAPI 3.1 document that `/openapi.json` answers; a test holds it against the routes.
std::string_view openApiDocument();

}  // namespace policycalc::api

#pragma once

#include <cstdint>
#include <functional>

#include "policycalc/http/router.h"
#include "policycalc/http/server.h"
#include "policycalc/web/services.h"

namespace policycalc::api {

/// What the endpoints of the public product work with. Endpoints hold it by reference: it outlives
/// every router. Thread-safe.
struct Services : web::Services {
  int backup_days = 30;  ///< how long backups are kept, as owners are told
  // For /metrics.
  std::function<http::ServerCounters()> http_counters;
  std::function<std::uint64_t()> dropped_log_lines;
};

/// Adds the endpoints of the public product: `/api/v1/…`, `/openapi.json`, `/health/…`, and
/// `/metrics` unless that has a router for itself.
void addRoutes(http::Router& router, const Services& services,
               http::Router* metrics_router = nullptr);

}  // namespace policycalc::api

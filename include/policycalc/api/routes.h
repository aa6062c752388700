#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include "policycalc/http/router.h"
#include "policycalc/http/server.h"
#include "policycalc/web/services.h"

namespace policycalc::api {

/// How many points a caller may spend in a minute: an operation costs its `x-cost`. All of them may
/// be spent at once; they come back evenly. 0: without limit.
struct CallLimits {
  int anonymous = 0;  ///< all callers without a key of one client (see web::Throttle)
  int key = 0;        ///< each key for which no other number is set
};

/// What the endpoints of the public product work with. Endpoints hold it by reference: it outlives
/// every router. Thread-safe.
struct Services : web::Services {
  int backup_days = 30;  ///< how long backups are kept, as owners are told
  CallLimits limits;
  /// The conformance pack (see engine/conformance.h), rendered; empty if the policies have no
  /// cases.
  std::shared_ptr<const std::string> conformance = http::Response::emptyBody();
  // For /metrics.
  std::function<http::ServerCounters()> http_counters;
  std::function<std::uint64_t()> dropped_log_lines;
  /// How long a version of the catalogue is kept after it stopped being the current one.
  std::chrono::seconds catalogue_kept = store::kCatalogueMonth * 24;
  std::string public_url = {};  ///< of the pages, without a slash at the end; "" if it is not known
};

/// Adds the endpoints of the public product: `/api/v1/…`, `/openapi.json`, `/health/…`, and
/// `/metrics` unless that has a router for itself.
void addRoutes(http::Router& router, const Services& services,
               http::Router* metrics_router = nullptr);

}  // namespace policycalc::api

#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
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

/// Policies that should be served and cannot, while the service goes on by the former ones.
struct Unserved {
  std::string catalogue;         ///< the hash; "" for those of the service's folder
  std::int64_t publication = 0;  ///< 0 for those of the service's folder
  std::string fault;             ///< in a line, with its place
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
  /// What cannot be served now, for /health/ready and /metrics. Without it all can.
  std::function<std::optional<Unserved>()> unserved = {};
};

/// Adds the endpoints of the public product: `/api/v1/…`, `/openapi.json`, `/health/…`, and
/// `/metrics` unless that has a router for itself.
void addRoutes(http::Router& router, const Services& services,
               http::Router* metrics_router = nullptr);

}  // namespace policycalc::api

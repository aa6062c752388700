#include "api/health/health.h"

namespace policycalc::api {
namespace {

using http::Request;
using http::Response;

Response live(const Request&) {
  return Response::json(R"({"status":"live"})");
}

/// A database that cannot be reached ends in an exception, as for any endpoint.
Response ready(store::Store& store) {
  store.ping();
  return Response::json(R"({"status":"ready"})");
}

}  // namespace

void addHealthRoutes(web::Routes& routes, const Services& services) {
  routes.add({.method = "GET",
              .path = "/health/live",
              .id = "live",
              .tag = "service",
              .summary = "Tell whether the process answers",
              .answers = {{200, "It answers.", "Live"}}},
             live);
  routes.add({.method = "GET",
              .path = "/health/ready",
              .id = "ready",
              .tag = "service",
              .summary = "Tell whether the service reaches its database",
              .answers = {{200, "It does.", "Ready"}}},
             [&services](const Request&) { return ready(services.store); });
}

}  // namespace policycalc::api

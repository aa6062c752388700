#include "api/health/health.h"

#include "policycalc/web/query.h"

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

void addHealthRoutes(http::Router& router, const Services& services) {
  router.get("/health/live", web::withoutQuery(live));
  router.get("/health/ready",
             web::withoutQuery([&services](const Request&) { return ready(services.store); }));
}

}  // namespace policycalc::api

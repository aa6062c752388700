#include "api/health/health.h"

#include "policycalc/http/problem.h"

namespace policycalc::api {
namespace {

using http::Request;
using http::Response;

Response live(const Request&) {
  return Response::json(R"({"status":"live"})");
}

Response ready(const Request& request, store::Store& store) {
  try {
    store.ping();
    return Response::json(R"({"status":"ready"})");
  } catch (const store::StoreError&) {
    return http::problemResponse(http::makeProblem(503, "数据库暂时不可用"), request.id);
  }
}

}  // namespace

void addHealthRoutes(http::Router& router, const Services& services) {
  router.get("/health/live", live);
  router.get("/health/ready",
             [&services](const Request& request) { return ready(request, services.store); });
}

}  // namespace policycalc::api

#include "api/conformance/conformance_endpoint.h"

#include "policycalc/web/refusals.h"

namespace policycalc::api {
namespace {

http::Response answer(const http::Request& request, const Services& services) {
  if (services.conformance->empty()) {
    return web::notFound(request,
                         "本服务的政策库没有附带算例。The policies of this service have no cases.");
  }
  http::Response response;
  response.headers.emplace("Content-Type", "application/json");
  response.body = services.conformance;
  return response;
}

}  // namespace

void addConformanceRoute(web::Routes& routes, const Services& services) {
  routes.add(
      {.method = "GET",
       .path = "/api/v1/conformance",
       .id = "get_conformance_pack",
       .tag = "reference",
       .summary = "Requests with the verdicts that they must get",
       .description = "Worked cases of the editors. An integration that sends each `request` to "
                      "`/api/v1/match` and finds these verdicts and amounts is right.",
       .answers = {{200, "The pack.", "ConformancePack"}},
       .refusals = {web::refused::kNotFound},
       .etag = true,
       .cost = 5},
      [&services](const http::Request& request) { return answer(request, services); });
}

}  // namespace policycalc::api

#include "api/match/match_endpoint.h"

#include "policycalc/engine/match.h"
#include "policycalc/web/match/match_answer.h"
#include "policycalc/web/match/match_request.h"
#include "policycalc/web/refusals.h"

namespace policycalc::api {
namespace {

using http::Request;
using http::Response;

Response answer(const Request& request, const Services& services, Metrics& metrics) {
  const auto read = web::readMatchRequest(
      request.body, [&](std::string_view hash) { return services.catalogues.find(hash); });
  if (!read.ok()) {
    metrics.countRefusedMatch();
    return web::invalid(request, read.error());
  }
  const base::Date as_of = read->as_of ? *read->as_of : services.today();
  const auto rendering = services.catalogues.renderingFor(read->catalogue, as_of);
  const engine::Match match = engine::match(rendering->edition(), read->profile);
  metrics.countMatch(match.counts);
  return Response::json(web::writeMatchAnswer(*read, as_of, match, *rendering));
}

}  // namespace

void addMatchRoute(web::Routes& routes, const Services& services,
                   const std::shared_ptr<Metrics>& metrics) {
  routes.add(
      {.method = "POST",
       .path = "/api/v1/match",
       .id = "match",
       .tag = "match",
       .summary = "Match one profile against every measure",
       .description =
           "Tells for each measure of the notice whether it applies to the company, why, what "
           "it is worth and which unit answers for it. The profile is neither stored nor "
           "logged. The same request with the same `as_of` and `catalogue` always gives the "
           "same answer.",
       .body = "MatchRequest",
       .max_body = web::kProfileBody,
       .answers = {{200, "The verdict on every measure, and what to ask next.", "MatchAnswer"}}},
      [&services, metrics](const Request& request) { return answer(request, services, *metrics); });
}

}  // namespace policycalc::api

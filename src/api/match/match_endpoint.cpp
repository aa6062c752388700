#include "api/match/match_endpoint.h"

#include "policycalc/engine/match.h"
#include "policycalc/http/decorators.h"
#include "policycalc/web/match/match_answer.h"
#include "policycalc/web/match/match_request.h"
#include "policycalc/web/query.h"
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

void addMatchRoute(http::Router& router, const Services& services,
                   const std::shared_ptr<Metrics>& metrics) {
  const auto match = [&services, metrics](const Request& request) {
    return answer(request, services, *metrics);
  };
  router.post("/api/v1/match", http::requireJson(web::withoutQuery(match)));
}

}  // namespace policycalc::api

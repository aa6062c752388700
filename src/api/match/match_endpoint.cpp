#include "api/match/match_endpoint.h"

#include <string>

#include "policycalc/web/asked_catalogue.h"
#include "policycalc/web/match/match_answer.h"
#include "policycalc/web/match/match_request.h"
#include "policycalc/web/refusals.h"

namespace policycalc::api {
namespace {

using http::Request;
using http::Response;

Response answer(const Request& request, const Services& services, Metrics& metrics) {
  std::string gone;
  const auto read = web::readMatchRequest(request.body, [&](std::string_view hash) {
    auto found = services.catalogues.find(hash);
    if (!found && services.catalogues.isGone(hash)) gone = hash;
    return found;
  });
  if (!read.ok()) {
    metrics.countRefusedMatch();
    if (!gone.empty()) {
      return web::noSuchCatalogue(request, services.catalogues, gone, "/catalogue");
    }
    return web::invalid(request, read.error());
  }
  const base::Date as_of = read->as_of ? *read->as_of : services.today();
  const auto rendering = services.catalogues.renderingFor(read->catalogue, as_of);
  const engine::MatcherPool::Lease matcher(rendering->matchers());
  const engine::Match& match = matcher->take(read->profile, read->chosen);
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
           "it is worth and which unit answers for it. The answer has the form that `detail` "
           "asks for: `CoreAnswer` by default, `MatchAnswer` for `full`, `VerdictsAnswer` for "
           "`verdicts`. The profile is neither stored nor logged. The same request with the same "
           "`as_of` and `catalogue` always gives the same answer.",
       .body = "MatchRequest",
       .max_body = web::kProfileBody,
       .answers = {{200, "The verdict on every measure, and what to ask next.",
                    "AnswerOfAnyDetail"}},
       .refusals = {web::refused::kGone},
       .cost = 5,
       .scope = "match"},
      [&services, metrics](const Request& request) { return answer(request, services, *metrics); });
}

}  // namespace policycalc::api

#include "policycalc/api/routes.h"

#include <memory>

#include "policycalc/base/text.h"
#include "policycalc/engine/match.h"
#include "policycalc/http/decorators.h"
#include "policycalc/http/problem.h"
#include "policycalc/web/code_door.h"
#include "policycalc/web/match/match_answer.h"
#include "policycalc/web/match/match_request.h"
#include "policycalc/web/query.h"
#include "policycalc/web/refusals.h"

#include "api/feedback/feedback_endpoints.h"
#include "api/metrics.h"
#include "api/profiles/profiles.h"
#include "api/qr/qr_endpoint.h"
#include "api/reference/reference.h"

namespace policycalc::api {
namespace {

using http::Request;
using http::Response;

/// The endpoints, as plain functions of a request.
class Endpoints {
 public:
  explicit Endpoints(const Services& services) : services_(services) {}

  Response match(const Request& request) {
    const auto read = web::readMatchRequest(
        request.body, [&](std::string_view hash) { return services_.catalogues.find(hash); });
    if (!read.ok()) {
      metrics_.countRefusedMatch();
      return web::invalid(request, read.error());
    }
    const base::Date as_of = read->as_of ? *read->as_of : services_.today();
    const auto rendering = services_.catalogues.renderingFor(read->catalogue, as_of);
    const engine::Match match = engine::match(rendering->edition(), read->profile);
    metrics_.countMatch(match.counts);
    return Response::json(web::writeMatchAnswer(*read, as_of, match, *rendering));
  }

  Response facts(const Request& request) {
    web::Query query(request);
    const std::string topic = query.text("topic");
    base::Issues issues = query.issues();
    if (!issues.empty()) return web::invalid(request, std::move(issues));
    return Response::json(writeFacts(*services_.catalogues.current(), topic));
  }

  Response units(const Request& request) {
    web::Query query(request);
    const std::string level =
        query.oneOf("level", {"municipal", "provincial", "county", "collective"});
    base::Issues issues = query.issues();
    if (!issues.empty()) return web::invalid(request, std::move(issues));
    return Response::json(writeUnits(*services_.catalogues.current(), level));
  }

  Response clauses(const Request& request) { return clauseList(request, writeClauses); }
  Response measures(const Request& request) { return clauseList(request, writeMeasures); }

  Response measure(const Request& request) {
    return one(request, writeMeasure, "没有这项措施；全部措施见 /api/v1/measures");
  }
  Response unit(const Request& request) {
    const base::Date day = services_.today();
    const auto write = [day](const web::Rendering& rendering, std::string_view id) {
      return writeUnitPage(rendering, day, id);
    };
    return one(request, write, "没有这个责任单位；全部单位见 /api/v1/units");
  }

  Response contacts(const Request& request) {
    base::Issues issues = web::Query(request).issues();
    if (!issues.empty()) return web::invalid(request, std::move(issues));
    return Response::json(writeContacts(*services_.catalogues.current(), services_.today()));
  }

  /// Lists without any parameter.
  http::Endpoint plain(std::string (*write)(const catalogue::Catalogue&)) {
    return web::withoutQuery([this, write](const Request&) {
      return Response::json(write(*services_.catalogues.current()));
    });
  }

  Response ready(const Request&) {
    services_.store.ping();
    return Response::json(R"({"status":"ready"})");
  }

  Response metricsText(const Request&) {
    Response response;
    response.headers["Content-Type"] = "text/plain; version=0.0.4; charset=utf-8";
    response.body = std::make_shared<const std::string>(
        metrics_.write(services_.http_counters(), services_.catalogues.current()->hash()));
    return response;
  }

 private:
  std::shared_ptr<const web::Rendering> today() {
    return services_.catalogues.renderingFor(services_.catalogues.current(), services_.today());
  }

  template <typename Write>
  Response clauseList(const Request& request, const Write& write) {
    web::Query query(request);
    ClauseFilter filter;
    filter.item = query.number("item");
    filter.chapter = query.number("chapter");
    filter.unit = query.text("unit");
    filter.topic = query.text("topic");
    filter.kind = query.oneOf("kind", {"benefit", "right", "service", "internal"});
    filter.text = query.text("q");
    base::Issues issues = query.issues();
    if (!issues.empty()) return web::invalid(request, std::move(issues));
    return Response::json(write(*today(), filter));
  }

  template <typename Write>
  Response one(const Request& request, const Write& write, const char* otherwise) {
    base::Issues issues = web::Query(request).issues();
    if (!issues.empty()) return web::invalid(request, std::move(issues));
    auto document = write(*today(), request.parameters.at("id"));
    return document ? Response::json(std::move(*document)) : web::notFound(request, otherwise);
  }

  const Services& services_;
  Metrics metrics_;
};

Response readiness(Endpoints& endpoints, const Request& request) {
  try {
    return endpoints.ready(request);
  } catch (const store::StoreError&) {
    return http::problemResponse(http::makeProblem(503, "数据库暂时不可用"), request.id);
  }
}

}  // namespace

void addRoutes(http::Router& router, const Services& services) {
  const auto endpoints = std::make_shared<Endpoints>(services);
  const auto call = [endpoints](Response (Endpoints::*member)(const Request&)) {
    return [endpoints, member](const Request& request) { return ((*endpoints).*member)(request); };
  };
  const auto list = [&](const char* pattern, http::Endpoint endpoint) {
    // The endpoint keeps the endpoints alive through the copy in `held`.
    router.get(pattern, http::withEtag([held = endpoints, inner = std::move(endpoint)](
                                           const Request& request) { return inner(request); }));
  };
  router.post("/api/v1/match", http::requireJson(call(&Endpoints::match)));
  list("/api/v1/facts", call(&Endpoints::facts));
  list("/api/v1/measures", call(&Endpoints::measures));
  list("/api/v1/measures/{id}", call(&Endpoints::measure));
  list("/api/v1/clauses", call(&Endpoints::clauses));
  list("/api/v1/units", call(&Endpoints::units));
  list("/api/v1/units/{id}", call(&Endpoints::unit));
  list("/api/v1/contacts", call(&Endpoints::contacts));
  list("/api/v1/documents", endpoints->plain(writeDocuments));
  list("/api/v1/catalogue", endpoints->plain(writeCatalogueSummary));
  list("/api/v1/profile-schema", endpoints->plain(writeProfileSchema));
  addProfileRoutes(router, services);
  addFeedbackRoutes(router, services);
  addQrRoute(router);
  list("/openapi.json",
       [](const Request&) { return Response::json(std::string(openApiDocument())); });
  router.get("/health/live", [](const Request&) { return Response::json(R"({"status":"live"})"); });
  router.get("/health/ready",
             [endpoints](const Request& request) { return readiness(*endpoints, request); });
  router.get("/metrics", call(&Endpoints::metricsText));
}

}  // namespace policycalc::api

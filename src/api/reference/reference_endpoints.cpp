#include "api/reference/reference_endpoints.h"

#include <memory>

#include "policycalc/http/decorators.h"
#include "policycalc/web/query.h"
#include "policycalc/web/refusals.h"

#include "api/reference/reference.h"

namespace policycalc::api {
namespace {

using http::Request;
using http::Response;

/// The endpoints, as plain functions of a request. Safe from any thread.
class ReferenceEndpoints {
 public:
  explicit ReferenceEndpoints(const Services& services) : services_(services) {}

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
    const auto write = [](const web::Rendering& rendering, base::Date, std::string_view id) {
      return writeMeasure(rendering, id);
    };
    return one(request, write, "没有这项措施；全部措施见 /api/v1/measures");
  }

  Response unit(const Request& request) {
    return one(request, writeUnitPage, "没有这个责任单位；全部单位见 /api/v1/units");
  }

  Response contacts(const Request& request) {
    base::Issues issues = web::Query(request).issues();
    if (!issues.empty()) return web::invalid(request, std::move(issues));
    return Response::json(writeContacts(*services_.catalogues.current(), services_.today()));
  }

  Response documents(const Request& request) { return plain(request, writeDocuments); }
  Response catalogue(const Request& request) { return plain(request, writeCatalogueSummary); }
  Response profileSchema(const Request& request) { return plain(request, writeProfileSchema); }

 private:
  std::shared_ptr<const web::Rendering> renderingOn(base::Date day) {
    return services_.catalogues.renderingFor(services_.catalogues.current(), day);
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
    return Response::json(write(*renderingOn(services_.today()), filter));
  }

  template <typename Write>
  Response one(const Request& request, const Write& write, const char* otherwise) {
    base::Issues issues = web::Query(request).issues();
    if (!issues.empty()) return web::invalid(request, std::move(issues));
    const base::Date day = services_.today();
    auto document = write(*renderingOn(day), day, request.parameters.at("id"));
    return document ? Response::json(std::move(*document)) : web::notFound(request, otherwise);
  }

  /// For routes without parameters.
  Response plain(const Request& request, std::string (*write)(const catalogue::Catalogue&)) {
    base::Issues issues = web::Query(request).issues();
    if (!issues.empty()) return web::invalid(request, std::move(issues));
    return Response::json(write(*services_.catalogues.current()));
  }

  const Services& services_;
};

}  // namespace

void addReferenceRoutes(http::Router& router, const Services& services) {
  using Endpoints = ReferenceEndpoints;
  const auto endpoints = std::make_shared<Endpoints>(services);
  const auto list = [&](const char* pattern, Response (Endpoints::*member)(const Request&)) {
    router.get(pattern, http::withEtag([endpoints, member](const Request& request) {
                 return ((*endpoints).*member)(request);
               }));
  };
  list("/api/v1/facts", &Endpoints::facts);
  list("/api/v1/measures", &Endpoints::measures);
  list("/api/v1/measures/{id}", &Endpoints::measure);
  list("/api/v1/clauses", &Endpoints::clauses);
  list("/api/v1/units", &Endpoints::units);
  list("/api/v1/units/{id}", &Endpoints::unit);
  list("/api/v1/contacts", &Endpoints::contacts);
  list("/api/v1/documents", &Endpoints::documents);
  list("/api/v1/catalogue", &Endpoints::catalogue);
  list("/api/v1/profile-schema", &Endpoints::profileSchema);
}

}  // namespace policycalc::api

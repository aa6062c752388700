#include "api/reference/reference_endpoints.h"

#include <memory>

#include "policycalc/web/profiles/profile_schema.h"
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

  Response screens(const Request& request) { return plain(request, writeScreens); }
  Response documents(const Request& request) { return plain(request, writeDocuments); }
  Response catalogue(const Request& request) { return plain(request, writeCatalogueSummary); }
  Response profileSchema(const Request& request) { return plain(request, web::writeProfileSchema); }

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

/// A row without what all rows of this table share.
web::Operation row(std::string_view path, std::string_view id, std::string_view summary,
                   web::Answer answer, std::vector<std::string_view> parameters = {}) {
  return {.method = "GET",
          .path = path,
          .id = id,
          .tag = "reference",
          .summary = summary,
          .parameters = std::move(parameters),
          .answers = {std::move(answer)},
          .etag = true};
}

web::Operation rowOfOne(std::string_view path, std::string_view id, std::string_view summary,
                        web::Answer answer, std::string_view parameter) {
  web::Operation operation = row(path, id, summary, std::move(answer), {parameter});
  operation.refusals = {web::refused::kNotFound};
  return operation;
}

}  // namespace

void addReferenceRoutes(web::Routes& routes, const Services& services) {
  using Endpoints = ReferenceEndpoints;
  const auto endpoints = std::make_shared<Endpoints>(services);
  const auto add = [&](web::Operation operation, Response (Endpoints::*member)(const Request&)) {
    routes.add(std::move(operation), [endpoints, member](const Request& request) {
      return ((*endpoints).*member)(request);
    });
  };
  const std::vector<std::string_view> filter{"Item", "Chapter", "Unit", "Topic", "Kind", "Text"};
  add(row("/api/v1/facts", "list_facts", "Everything that can be asked, in the order of asking",
          {200, "The vocabulary.", "FactList"}, {"FactTopic"}),
      &Endpoints::facts);
  add(row("/api/v1/screens", "list_screens", "The questions as screens in everyday words",
          {200, "The screens, in the order of asking.", "ScreenList"}),
      &Endpoints::screens);
  add(row("/api/v1/measures", "list_measures", "The measures in short",
          {200, "The matching measures.", "MeasureList"}, filter),
      &Endpoints::measures);
  add(rowOfOne("/api/v1/measures/{id}", "get_measure", "One measure with its criteria",
               {200, "The measure.", "Measure"}, "MeasureId"),
      &Endpoints::measure);
  add(row("/api/v1/clauses", "list_clauses", "All clauses of the notice, internal ones included",
          {200, "The matching clauses.", "ClauseList"}, filter),
      &Endpoints::clauses);
  add(row("/api/v1/units", "list_units", "The responsible units",
          {200, "The units of that level.", "UnitList"}, {"Level"}),
      &Endpoints::units);
  add(rowOfOne("/api/v1/units/{id}", "get_unit", "One unit: how to reach it, what it answers for",
               {200, "The unit.", "UnitPage"}, "UnitId"),
      &Endpoints::unit);
  add(row("/api/v1/contacts", "list_contacts", "How to reach units and service halls",
          {200, "All of them.", "ContactList"}),
      &Endpoints::contacts);
  add(row("/api/v1/documents", "list_documents", "Notices, laws and standards that are cited",
          {200, "All of them.", "DocumentList"}),
      &Endpoints::documents);
  add(row("/api/v1/catalogue", "get_catalogue", "The catalogue that answers are made by now",
          {200, "Its hash and its size.", "Catalogue"}),
      &Endpoints::catalogue);
  add(row("/api/v1/profile-schema", "get_profile_schema", "The JSON Schema of a profile",
          {200, "The schema, as `components/schemas/Profile`.", "JsonSchema"}),
      &Endpoints::profileSchema);
}

}  // namespace policycalc::api

#include "api/reference/reference_endpoints.h"

#include <algorithm>
#include <memory>

#include "policycalc/web/asked_catalogue.h"
#include "policycalc/web/profiles/profile_schema.h"
#include "policycalc/web/query.h"
#include "policycalc/web/refusals.h"

#include "api/reference/filter_values.h"
#include "api/reference/kept_texts.h"
#include "api/reference/reference.h"

namespace policycalc::api {
namespace {

using catalogue::Catalogue;
using http::Request;
using http::Response;

/// The endpoints, as plain functions of a request. Safe from any thread.
class ReferenceEndpoints {
 public:
  explicit ReferenceEndpoints(const Services& services) : services_(services) {}

  Response facts(const Request& request) {
    web::Query query(request);
    const std::string topic = query.nameIn("topic", factTopics);
    return always(request, query,
                  [&](const Catalogue& catalogue) { return writeFacts(catalogue, topic); });
  }

  Response units(const Request& request) {
    web::Query query(request);
    const std::string level =
        query.oneOf("level", {"municipal", "provincial", "county", "collective"});
    return always(request, query,
                  [&](const Catalogue& catalogue) { return writeUnits(catalogue, level); });
  }

  Response clauses(const Request& request) { return clauseList(request, writeClauses); }

  Response measures(const Request& request) {
    web::Query query(request);
    const ClauseFilter filter = readFilter(query, {"benefit", "right", "service"});
    const bool full = query.oneOf("detail", {"short", "full"}) == "full";
    return ofDay(request, query,
                 [&](const std::shared_ptr<const Catalogue>& catalogue, base::Date day) {
                   const auto rendering = services_.catalogues.renderingFor(catalogue, day);
                   return full ? fullMeasures(*rendering, filter)
                               : Response::json(writeMeasures(*rendering, filter));
                 });
  }

  Response measure(const Request& request) {
    return one(request, ofId<writeMeasure>, "没有这项措施；全部措施见 /api/v1/measures");
  }

  Response clause(const Request& request) {
    return one(request, ofId<writeClause>, "没有这一条款；全部条款见 /api/v1/clauses");
  }

  Response parameter(const Request& request) {
    return one(request, ofId<writeParameter>, "没有这个数值；全部数值见 /api/v1/parameters");
  }

  Response document(const Request& request) {
    return one(request, writeDocument, "没有这份文件；全部文件见 /api/v1/documents");
  }

  Response parameters(const Request& request) {
    web::Query query(request);
    return ofDay(request, query,
                 [&](const std::shared_ptr<const Catalogue>& catalogue, base::Date day) {
                   return Response::json(
                       writeParameters(*services_.catalogues.renderingFor(catalogue, day)));
                 });
  }

  Response unit(const Request& request) {
    return one(request, writeUnitPage, "没有这个责任单位；全部单位见 /api/v1/units");
  }

  Response contacts(const Request& request) {
    web::Query query(request);
    return ofDay(request, query,
                 [](const std::shared_ptr<const Catalogue>& catalogue, base::Date day) {
                   return Response::json(writeContacts(*catalogue, day));
                 });
  }

  Response screens(const Request& request) { return plain(request, writeScreens); }
  Response documents(const Request& request) { return plain(request, writeDocuments); }
  Response catalogue(const Request& request) { return plain(request, writeCatalogueSummary); }
  Response profileSchema(const Request& request) { return plain(request, web::writeProfileSchema); }

 private:
  /// For what a catalogue says on every day.
  template <typename Write>
  Response always(const Request& request, web::Query& query, const Write& write) {
    return web::answeredBy(request, query, services_.catalogues, true,
                           [&](const std::shared_ptr<const Catalogue>& catalogue) {
                             return Response::json(write(*catalogue));
                           });
  }

  /// For what depends on the day: today, if `?as_of=` names none.
  template <typename Write>
  Response ofDay(const Request& request, web::Query& query, const Write& write) {
    const auto as_of = query.date("as_of");
    return web::answeredBy(request, query, services_.catalogues, as_of.has_value(),
                           [&](const std::shared_ptr<const Catalogue>& catalogue) {
                             return write(catalogue, as_of ? *as_of : services_.today());
                           });
  }

  Response fullMeasures(const web::Rendering& rendering, const ClauseFilter& filter) {
    return filter == ClauseFilter{} ? texts_.answer(rendering)
                                    : Response::json(writeMeasureTexts(rendering, filter));
  }

  static ClauseFilter readFilter(web::Query& query, const std::vector<std::string_view>& kinds) {
    ClauseFilter filter;
    filter.item = query.numberIn("item", itemNumbers);
    filter.chapter = query.numberIn("chapter", chapterNumbers);
    filter.unit = query.nameIn("unit", unitIds);
    filter.topic = query.nameIn("topic", needIds);
    filter.kind = query.oneOf("kind", kinds);
    filter.text = query.text("q");
    return filter;
  }

  template <typename Write>
  Response clauseList(const Request& request, const Write& write) {
    web::Query query(request);
    const ClauseFilter filter = readFilter(query, {"benefit", "right", "service", "internal"});
    return ofDay(
        request, query, [&](const std::shared_ptr<const Catalogue>& catalogue, base::Date day) {
          return Response::json(write(*services_.catalogues.renderingFor(catalogue, day), filter));
        });
  }

  /// A writer of what is the same on all days that have the same texts.
  template <auto kWrite>
  static std::optional<std::string> ofId(const web::Rendering& rendering, base::Date /*day*/,
                                         std::string_view id) {
    return kWrite(rendering, id);
  }

  template <typename Write>
  Response one(const Request& request, const Write& write, const char* otherwise) {
    web::Query query(request);
    return ofDay(request, query,
                 [&](const std::shared_ptr<const Catalogue>& catalogue, base::Date day) {
                   auto document = write(*services_.catalogues.renderingFor(catalogue, day), day,
                                         request.parameters.at("id"));
                   return document ? Response::json(std::move(*document))
                                   : web::notFound(request, otherwise);
                 });
  }

  /// For routes without further parameters.
  Response plain(const Request& request, std::string (*write)(const Catalogue&)) {
    web::Query query(request);
    return always(request, query, write);
  }

  const Services& services_;
  KeptTexts texts_;
};

/// A row without what all rows of this table share.
web::Operation row(std::string_view path, std::string_view id, std::string_view summary,
                   web::Answer answer, std::vector<std::string_view> parameters = {}) {
  answer.headers.emplace_back("Cache-Control");
  parameters.emplace_back("Catalogue");
  return {.method = "GET",
          .path = path,
          .id = id,
          .tag = "reference",
          .summary = summary,
          .parameters = std::move(parameters),
          .answers = {std::move(answer)},
          .refusals = {web::refused::kGone},
          .etag = true};
}

web::Operation rowOfOne(std::string_view path, std::string_view id, std::string_view summary,
                        web::Answer answer, std::string_view parameter) {
  web::Operation operation = row(path, id, summary, std::move(answer), {parameter, "AsOf"});
  operation.refusals.push_back(web::refused::kNotFound);
  return operation;
}

using Endpoints = ReferenceEndpoints;

/// Adds rows, each with a member of the same endpoints.
class Table {
 public:
  Table(web::Routes& routes, const Services& services)
      : routes_(routes), endpoints_(std::make_shared<Endpoints>(services)) {}

  void add(web::Operation operation, Response (Endpoints::*member)(const Request&)) {
    routes_.add(std::move(operation), [endpoints = endpoints_, member](const Request& request) {
      return ((*endpoints).*member)(request);
    });
  }

 private:
  web::Routes& routes_;
  std::shared_ptr<Endpoints> endpoints_;
};

void addQuestions(Table& table) {
  table.add(
      row("/api/v1/facts", "list_facts", "Everything that can be asked, in the order of asking",
          {200, "The vocabulary.", "FactList"}, {"FactTopic"}),
      &Endpoints::facts);
  table.add(row("/api/v1/screens", "list_screens", "The questions as screens in everyday words",
                {200, "The screens, in the order of asking.", "ScreenList"}),
            &Endpoints::screens);
}

void addClauses(Table& table) {
  const std::vector<std::string_view> filter{"Item", "Chapter", "Unit", "Topic",
                                             "Kind", "Text",    "AsOf"};
  std::vector<std::string_view> of_measures = filter;
  std::replace(of_measures.begin(), of_measures.end(), std::string_view("Kind"),
               std::string_view("MeasureKind"));
  of_measures.insert(of_measures.end(), {"MeasureDetail"});
  web::Operation measures =
      row("/api/v1/measures", "list_measures", "The measures",
          {200, "The matching measures.", "MeasuresOfAnyDetail"}, std::move(of_measures));
  measures.description =
      "With `detail=full` everything that an answer of `detail: core` leaves out: join both by the "
      "id of the measure, and by node as `CoreMatch` says. With `catalogue` and `as_of` the answer "
      "never changes and may be kept: the member `texts` of a core answer is this address, the "
      "same for all days that have the same texts.";
  table.add(std::move(measures), &Endpoints::measures);
  table.add(rowOfOne("/api/v1/measures/{id}", "get_measure", "One measure with its criteria",
                     {200, "The measure.", "Measure"}, "MeasureId"),
            &Endpoints::measure);
  table.add(
      row("/api/v1/clauses", "list_clauses", "All clauses of the notice, internal ones included",
          {200, "The matching clauses.", "ClauseList"}, filter),
      &Endpoints::clauses);
  table.add(
      rowOfOne("/api/v1/clauses/{id}", "get_clause", "One clause: its place and what it rests on",
               {200, "The clause.", "ClauseDetail"}, "ClauseId"),
      &Endpoints::clause);
}

void addWhatTheyName(Table& table) {
  table.add(row("/api/v1/parameters", "list_parameters",
                "The figures that conditions, amounts and texts are made of",
                {200, "All of them.", "ParameterList"}, {"AsOf"}),
            &Endpoints::parameters);
  table.add(rowOfOne("/api/v1/parameters/{id}", "get_parameter",
                     "One figure: its values, their sources and what uses it",
                     {200, "The figure.", "Parameter"}, "ParameterId"),
            &Endpoints::parameter);
  table.add(row("/api/v1/units", "list_units", "The responsible units",
                {200, "The units of that level.", "UnitList"}, {"Level"}),
            &Endpoints::units);
  table.add(
      rowOfOne("/api/v1/units/{id}", "get_unit", "One unit: how to reach it, what it answers for",
               {200, "The unit.", "UnitPage"}, "UnitId"),
      &Endpoints::unit);
  table.add(row("/api/v1/contacts", "list_contacts", "How to reach units and service halls",
                {200, "All of them.", "ContactList"}, {"AsOf"}),
            &Endpoints::contacts);
  table.add(row("/api/v1/documents", "list_documents", "Notices, laws and standards that are cited",
                {200, "All of them.", "DocumentList"}),
            &Endpoints::documents);
  table.add(rowOfOne("/api/v1/documents/{id}", "get_document",
                     "One document: where to read it and what rests on it",
                     {200, "The document.", "DocumentDetail"}, "DocumentId"),
            &Endpoints::document);
  table.add(row("/api/v1/catalogue", "get_catalogue", "The catalogue that answers are made by",
                {200, "Its hash and its size.", "Catalogue"}),
            &Endpoints::catalogue);
  table.add(row("/api/v1/profile-schema", "get_profile_schema", "The JSON Schema of a profile",
                {200, "The schema, as `components/schemas/Profile`.", "JsonSchema"}),
            &Endpoints::profileSchema);
}

}  // namespace

void addReferenceRoutes(web::Routes& routes, const Services& services) {
  Table table(routes, services);
  addQuestions(table);
  addClauses(table);
  addWhatTheyName(table);
}

}  // namespace policycalc::api

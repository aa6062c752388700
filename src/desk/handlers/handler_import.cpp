#include "desk/handlers/handler_import.h"

#include <string>

#include "policycalc/json/writer.h"
#include "policycalc/web/body_fields.h"
#include "policycalc/web/refusals.h"

#include "desk/calls.h"
#include "desk/door/signed_in.h"
#include "desk/handlers/handler_csv.h"

namespace policycalc::desk {
namespace {

using http::Request;
using http::Response;

constexpr std::size_t kMostBytes = std::size_t{1} << 20;  // every measure in every county

/// The endpoints. Safe from any thread.
class HandlerTables {
 public:
  explicit HandlerTables(const Services& services) : services_(services) {}

  Response exportCsv(const Request&, const SignedIn& who) {
    Response response = Response::json(tables::writeCsv(
        handlerTable(*services_.catalogues.current(), services_.store.handlers().list(),
                     services_.store.staff().list(), seatOf(who))));
    response.headers.insert_or_assign("Content-Type", "text/csv; charset=utf-8");
    response.headers.insert_or_assign("Content-Disposition",
                                      "attachment; filename=\"handlers.csv\"");
    return response;
  }

  Response import(const Request& request, const SignedIn& who) {
    const auto document = web::readBody(request.body);
    if (!document.ok()) return web::invalid(request, document.error());
    web::BodyFields fields(*document);
    const json::Value* csv = fields.text("csv");
    base::Issues issues = fields.issues();
    if (!issues.empty()) return web::invalid(request, std::move(issues));
    auto read = readHandlerTable(csv->text, *services_.catalogues.current(),
                                 services_.store.staff().list(), seatOf(who));
    if (!read.ok()) return web::invalid(request, read.takeError());
    const std::size_t changed =
        services_.store.handlers().setAll(*read, actorOf(request, who, services_.now()));
    json::Writer writer;
    writer.beginObject();
    writer.key("lines").integer(static_cast<std::int64_t>(read->size()));
    writer.key("changed").integer(static_cast<std::int64_t>(changed));
    writer.endObject();
    return Response::json(writer.take());
  }

 private:
  const Services& services_;
};

}  // namespace

void addHandlerImportRoutes(web::Routes& routes, const Services& services,
                            const std::shared_ptr<DeskDoor>& door) {
  const auto tables = std::make_shared<HandlerTables>(services);
  const auto call = callsOf(tables);
  door->add(routes,
            {.method = "GET",
             .path = "/api/v1/hall/handlers.csv",
             .id = "export_handlers",
             .tag = "handlers",
             .summary = "The table of handlers as CSV",
             .description = "Entries that the caller may change, and a line without an account for "
                            "each measure and unit that has no entry.",
             .answers = {{200,
                          "UTF-8 with a byte order mark.",
                          "CsvFile",
                          "text/csv",
                          {"Content-Disposition"}}}},
            Permission::kManageHandlers, call(&HandlerTables::exportCsv));
  door->add(routes,
            {.method = "POST",
             .path = "/api/v1/hall/handlers/import",
             .id = "import_handlers",
             .tag = "handlers",
             .summary = "Take the table of handlers over from CSV",
             .description = "Each line names the handler of a place, or without an account removes "
                            "the entry; other places stay. If a line is wrong, nothing is changed "
                            "and every fault is told with its line.",
             .body = "HandlerTable",
             .max_body = kMostBytes,
             .answers = {{200, "All lines were taken over.", "ImportedHandlers"}}},
            Permission::kManageHandlers, call(&HandlerTables::import));
}

}  // namespace policycalc::desk

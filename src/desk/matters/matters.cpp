#include "desk/matters/matters.h"

#include <string>
#include <utility>

#include "policycalc/tables/table.h"
#include "policycalc/web/refusals.h"

#include "desk/door/seat.h"
#include "desk/matters/matter_desk.h"
#include "desk/matters/matter_opening.h"
#include "desk/matters/matter_steps.h"
#include "desk/matters/matter_table.h"
#include "desk/matters/matter_writer.h"
#include "desk/refusals.h"

namespace policycalc::desk {
namespace {

using http::Request;
using http::Response;

constexpr std::size_t kMostListed = 2'000;
constexpr std::size_t kMostExported = 20'000;
constexpr const char* kWorkbook =
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

Response list(const MatterDesk& desk, const Request& request, const SignedIn& who) {
  const auto filter = readMatterFilter(request, *desk.services().catalogues.current());
  if (!filter.ok()) return web::invalid(request, filter.error());
  const MatterList found = desk.book().list(seatOf(who), *filter, kMostListed);
  return Response::json(MatterWriter(desk.services(), desk.book()).list(found));
}

void note(const MatterDesk& desk, const Request& request, const SignedIn& who,
          store::AuditEntry entry) {
  entry.actor = actorOf(request, who, desk.services().now());
  entry.object = "matter";
  desk.services().store.audit().append(entry);
}

/// Who looks into an applicant's data is written down, even where it changes nothing. An open page
/// that asks by HEAD whether there is anything new looks into none.
Response show(const MatterDesk& desk, const Request& request, const SignedIn& who) {
  return desk.withCase(request, who, [&](const store::MatterFile& file) {
    if (request.method == "HEAD") return desk.show(request, who, file.what.id);
    store::AuditEntry entry;
    entry.action = "viewed";
    entry.object_id = file.what.id;
    entry.county = file.what.county;
    note(desk, request, who, std::move(entry));
    return desk.show(request, who, file.what.id);
  });
}

Response attachment(std::string body, const char* type, const char* name) {
  Response response = Response::json(std::move(body));
  response.headers.insert_or_assign("Content-Type", type);
  response.headers.insert_or_assign("Content-Disposition",
                                    std::string("attachment; filename=\"") + name + "\"");
  return response;
}

/// What `write` makes of the matters that the filter finds.
template <typename Write>
Response exported(const MatterDesk& desk, const Request& request, const SignedIn& who,
                  const Write& write) {
  const auto filter = readMatterFilter(request, *desk.services().catalogues.current());
  if (!filter.ok()) return web::invalid(request, filter.error());
  const Seat seat = seatOf(who);
  const MatterList found = desk.book().list(seat, *filter, kMostExported);
  // Before it leaves the house: what is not written down must not leave.
  store::AuditEntry entry;
  entry.action = "exported";
  entry.county = seat.county.empty() ? filter->query.county : seat.county;
  note(desk, request, who, std::move(entry));
  return write(tableOf(found.matters, desk.services()));
}

Response exportCsv(const MatterDesk& desk, const Request& request, const SignedIn& who) {
  return exported(desk, request, who, [](const tables::Table& table) {
    return attachment(tables::writeCsv(table), "text/csv; charset=utf-8", "matters.csv");
  });
}

Response exportXlsx(const MatterDesk& desk, const Request& request, const SignedIn& who) {
  return exported(desk, request, who, [&](const tables::Table& table) {
    auto book = tables::writeXlsx(table);
    if (book.ok()) {
      return attachment(*std::move(book), kWorkbook, "matters.xlsx");
    }
    return refusal(request, 503, "no_table",
                   "现在无法生成表格，请稍后再试或改用 CSV。"
                   "The workbook cannot be made now: try again later, or take the CSV.");
  });
}

/// The queue and its exports.
template <typename Call>
void addQueueRoutes(web::Routes& routes, DeskDoor& door, const Call& call) {
  const std::vector<std::string_view> filter{"State",      "County", "MatterUnit", "Due",
                                             "Unassigned", "Closed", "Reference",  "ApplicantId"};
  door.add(
      routes,
      {.method = "GET",
       .path = "/api/v1/hall/matters",
       .id = "list_matters",
       .tag = "matters",
       .summary = "The queue",
       .parameters = filter,
       .answers = {{200, "The matters that the caller may see, at most 2,000.", "MatterList"}}},
      Permission::kReadMatter, call(list));
  door.add(routes,
           {.method = "GET",
            .path = "/api/v1/hall/matters.csv",
            .id = "export_matters_csv",
            .tag = "matters",
            .summary = "The queue as CSV",
            .parameters = filter,
            .answers = {{200,
                         "UTF-8 with a byte order mark. A text that a spreadsheet would read as a "
                         "formula begins with an apostrophe.",
                         "CsvFile",
                         "text/csv",
                         {"Content-Disposition"}}}},
           Permission::kExport, call(exportCsv));
  door.add(routes,
           {.method = "GET",
            .path = "/api/v1/hall/matters.xlsx",
            .id = "export_matters_xlsx",
            .tag = "matters",
            .summary = "The queue as a workbook",
            .parameters = filter,
            .answers = {{200, "One sheet.", "WorkbookFile", kWorkbook, {"Content-Disposition"}}},
            .refusals = {web::refused::kUnavailable.with(
                "`no_table`: the workbook cannot be made now.")}},
           Permission::kExport, call(exportXlsx));
}

constexpr web::Refusal kNoMatter =
    web::refused::kNotFound.with("`no_matter`: there is none, or the caller may not see it.");
constexpr web::Refusal kChangedOrClosed = web::Refusal{409, "ChangedElsewhere"}.with(
    "`changed_elsewhere`, with `changes`: the matter has another revision. `closed`: it is over.");

/// A row about one matter, without what all these rows share.
web::Operation rowOf(std::string_view method, std::string_view path, std::string_view id,
                     std::string_view summary, std::string_view done) {
  return {.method = method,
          .path = path,
          .id = id,
          .tag = "matters",
          .summary = summary,
          .parameters = {"Id"},
          .answers = {{200, done, "MatterDetail"}},
          .refusals = {kNoMatter}};
}

web::Operation rowOfChange(web::Operation row, std::string_view body,
                           const web::Refusal& conflict) {
  row.body = body;
  row.refusals.push_back(conflict);
  return row;
}

template <typename Plain>
void addMatterRoutesById(web::Routes& routes, DeskDoor& door, const Plain& plain) {
  const Permission work = Permission::kWorkMatter;
  door.add(routes,
           rowOf("GET", "/api/v1/hall/matters/{id}", "show_matter", "One matter",
                 "The whole matter. The trail records that it was opened."),
           Permission::kReadMatter, plain(show));
  door.add(routes,
           rowOfChange(rowOf("POST", "/api/v1/hall/matters/{id}/steps", "take_matter_step",
                             "Take a step", "Taken."),
                       "MatterStep",
                       web::Refusal{409, "ChangedElsewhere"}.with(
                           "`changed_elsewhere`, with `changes`: the matter has another revision. "
                           "`no_such_step`: no step leads there.")),
           work, plain(takeStep));
  door.add(routes,
           rowOfChange(rowOf("PUT", "/api/v1/hall/matters/{id}/documents", "tick_matter_documents",
                             "Tick documents off", "Ticked."),
                       "MatterTicks", kChangedOrClosed),
           work, plain(tickDocuments));
  door.add(routes,
           rowOfChange(rowOf("POST", "/api/v1/hall/matters/{id}/notes", "add_matter_note",
                             "Write a note", "Written."),
                       "MatterNote", web::refused::kConflict.with("`closed`: the matter is over.")),
           work, plain(addNote));
  door.add(routes,
           rowOfChange(rowOf("PUT", "/api/v1/hall/matters/{id}/handler", "reassign_matter",
                             "Give a matter to another handler", "Given."),
                       "MatterHandler", kChangedOrClosed),
           Permission::kReassign, plain(reassign));
}

}  // namespace

void addMatterRoutes(web::Routes& routes, const Services& services,
                     const std::shared_ptr<DeskDoor>& door) {
  const auto desk = std::make_shared<const MatterDesk>(services);
  const auto call = [desk](Response (*answer)(const MatterDesk&, const Request&, const SignedIn&)) {
    return [desk, answer](const Request& request, const SignedIn& who) {
      return answer(*desk, request, who);
    };
  };
  const auto plain = [&](auto answer) { return DeskDoor::withoutQuery(call(answer)); };
  addQueueRoutes(routes, *door, call);
  door->add(routes,
            {.method = "POST",
             .path = "/api/v1/hall/matters",
             .id = "open_matter",
             .tag = "matters",
             .summary = "Open a matter",
             .description = "A firm has one open matter a measure. Its documents are those of the "
                            "measure.",
             .body = "NewMatter",
             .answers = {{201, "Opened.", "MatterDetail"}},
             .refusals = {web::refused::kNotFound.with(
                              "`no_applicant`: there is none, or another county has it."),
                          web::Refusal{409, "MatterOpen"}}},
            Permission::kWorkMatter, plain(openMatter));
  addMatterRoutesById(routes, *door, plain);
}

}  // namespace policycalc::desk

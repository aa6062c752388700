#include "desk/matters/matters.h"

#include <string>
#include <utility>

#include "policycalc/tables/table.h"
#include "policycalc/web/refusals.h"

#include "desk/conflict.h"
#include "desk/desk_refusals.h"
#include "desk/door/signed_in.h"
#include "desk/matters/matter_answers.h"
#include "desk/matters/matter_opening.h"
#include "desk/matters/matter_steps.h"
#include "desk/matters/matter_table.h"
#include "desk/matters/matter_writer.h"
#include "desk/not_modified.h"

namespace policycalc::desk {
namespace {

using http::Request;
using http::Response;

constexpr std::size_t kMostListed = 2'000;
constexpr std::size_t kMostExported = 20'000;
constexpr const char* kWorkbook =
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

Response list(const MatterBook& book, const Request& request, const SignedIn& who) {
  const auto filter = readMatterFilter(request, book.catalogue());
  if (!filter.ok()) return web::invalid(request, filter.error());
  const Queue queue = book.list(seatOf(who), *filter, kMostListed);
  return Response::json(MatterWriter(book).list(queue));
}

void note(const MatterBook& book, const Request& request, const SignedIn& who,
          store::AuditEntry entry) {
  entry.actor = actorOf(request, who, book.services().now());
  entry.object = AuditObject::kMatter;
  book.services().store.audit().append(entry);
}

/// 304 if the page has this answer already. This reveals nothing, so it is not audited; any other
/// GET is, as it shows an applicant's data. HEAD shows none.
Response show(const MatterBook& book, const Request& request, const SignedIn& who) {
  return withMatter(book, request, who, [&](const store::MatterFile& file) {
    const MatterView view = viewOf(file, book.services());
    if (auto same = notModified(request, etagOf(view, seatOf(who), book))) return *std::move(same);
    if (request.method != "HEAD") {
      store::AuditEntry entry;
      entry.action = AuditAction::kViewed;
      entry.object_id = file.matter.id;
      entry.county = file.matter.county;
      note(book, request, who, std::move(entry));
    }
    return showMatter(book, who, view);
  });
}

Response attachment(std::string body, const char* type, const char* name) {
  Response response = Response::json(std::move(body));
  response.headers.insert_or_assign("Content-Type", type);
  response.headers.insert_or_assign("Content-Disposition",
                                    std::string("attachment; filename=\"") + name + "\"");
  return response;
}

/// The answer of `write` for the table of the matters that the filter finds.
template <typename Write>
Response exported(const MatterBook& book, const Request& request, const SignedIn& who,
                  const Write& write) {
  const auto filter = readMatterFilter(request, book.catalogue());
  if (!filter.ok()) return web::invalid(request, filter.error());
  const Seat seat = seatOf(who);
  const Queue queue = book.list(seat, *filter, kMostExported);
  // Recorded first: an unrecorded export must never be sent.
  store::AuditEntry entry;
  entry.action = AuditAction::kExported;
  entry.county = seat.county.empty() ? filter->query.county : seat.county;
  note(book, request, who, std::move(entry));
  return write(tableOf(queue.matters, book));
}

Response exportCsv(const MatterBook& book, const Request& request, const SignedIn& who) {
  return exported(book, request, who, [](const tables::Table& table) {
    return attachment(tables::writeCsv(table), "text/csv; charset=utf-8", "matters.csv");
  });
}

Response exportXlsx(const MatterBook& book, const Request& request, const SignedIn& who) {
  return exported(book, request, who, [&](const tables::Table& table) {
    auto workbook = tables::writeXlsx(table);
    if (workbook.ok()) {
      return attachment(*std::move(workbook), kWorkbook, "matters.xlsx");
    }
    return refusal(request, DeskFailure::kNoTable);
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
constexpr web::Refusal kChangedOrClosed = kChangedElsewhere.with(
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
          .answers = {{200, done, "MatterDetail", web::kJson, {"ETag"}}},
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
  web::Operation shown = rowOf("GET", "/api/v1/hall/matters/{id}", "show_matter", "One matter",
                               "The whole matter. The trail records that it was opened.");
  shown.answers.front().headers.clear();  // a conditional GET has its ETag anyway
  shown.etag = true;
  door.add(routes, std::move(shown), Permission::kReadMatter, plain(show));
  door.add(routes,
           rowOfChange(rowOf("POST", "/api/v1/hall/matters/{id}/steps", "take_matter_step",
                             "Take a step", "The matter after the step."),
                       "MatterStep",
                       kChangedElsewhere.with(
                           "`changed_elsewhere`, with `changes`: the matter has another revision. "
                           "`no_such_step`: no step leads there.")),
           work, plain(takeStep));
  door.add(routes,
           rowOfChange(rowOf("PUT", "/api/v1/hall/matters/{id}/documents", "tick_matter_documents",
                             "Tick documents off", "The matter after the change."),
                       "MatterTicks", kChangedOrClosed),
           work, plain(tickDocuments));
  door.add(routes,
           rowOfChange(rowOf("POST", "/api/v1/hall/matters/{id}/notes", "add_matter_note",
                             "Write a note", "The matter after the change."),
                       "MatterNote", web::refused::kConflict.with("`closed`: the matter is over.")),
           work, plain(addNote));
  door.add(routes,
           rowOfChange(rowOf("PUT", "/api/v1/hall/matters/{id}/handler", "reassign_matter",
                             "Give a matter to another handler", "The matter after the change."),
                       "MatterHandler", kChangedOrClosed),
           Permission::kReassign, plain(reassign));
}

}  // namespace

void addMatterRoutes(web::Routes& routes, const Services& services,
                     const std::shared_ptr<DeskDoor>& door) {
  const auto call =
      [&services](Response (*answer)(const MatterBook&, const Request&, const SignedIn&)) {
        return [&services, answer](const Request& request, const SignedIn& who) {
          return answer(MatterBook(services), request, who);
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
             .answers = {{201, "Opened.", "MatterDetail", web::kJson, {"ETag"}}},
             .refusals = {web::refused::kNotFound.with(
                              "`no_applicant`: there is none, or another county has it."),
                          web::Refusal{http::Failure::kConflict, "MatterOpen"}}},
            Permission::kWorkMatter, plain(openMatter));
  addMatterRoutesById(routes, *door, plain);
}

}  // namespace policycalc::desk

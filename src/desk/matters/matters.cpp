#include "desk/matters/matters.h"

#include <string>
#include <utility>

#include "policycalc/base/unicode.h"
#include "policycalc/http/decorators.h"
#include "policycalc/tables/table.h"
#include "policycalc/web/refusals.h"

#include "desk/applicants/name_index.h"
#include "desk/attachment.h"
#include "desk/conflict.h"
#include "desk/desk_refusals.h"
#include "desk/door/signed_in.h"
#include "desk/matters/matter_answers.h"
#include "desk/matters/matter_bulk.h"
#include "desk/matters/matter_opening.h"
#include "desk/matters/matter_reopening.h"
#include "desk/matters/matter_search.h"
#include "desk/matters/matter_steps.h"
#include "desk/matters/matter_table.h"
#include "desk/matters/matter_writer.h"
#include "desk/matters/query_code.h"
#include "desk/not_modified.h"

namespace policycalc::desk {
namespace {

using http::Request;
using http::Response;

constexpr std::size_t kPage = 50;  // what a screen or two show

/// The query for the seat, or the refusal of a wrong one.
base::Result<store::MatterQuery, base::Issues> queryOf(const MatterBook& book,
                                                       const Request& request, const SignedIn& who,
                                                       bool is_page) {
  const auto filter = readMatterFilter(request, book.catalogue(), is_page);
  if (!filter.ok()) return filter.error();
  store::MatterQuery query = book.queryOf(seatOf(who), *filter);
  if (!base::isBlank(filter->typed)) query.search = searchFor(filter->typed, book);
  return query;
}

/// Changes whenever the list may: with the matters of the seat's county, the seat, the catalogue,
/// the day and the question.
std::string etagOfList(const MatterBook& book, const Request& request, const SignedIn& who) {
  const Services& services = book.services();
  std::string parts = "matters " + services.etag_salt;
  const auto add = [&parts](std::string_view part) { parts.append("\n").append(part); };
  add(services.store.matters().versionFor(who.member.county, services.now()));
  add(std::to_string(who.member.id));
  add(nameOf(who.member.role));
  add(who.member.county);
  add(who.member.unit);
  add(book.catalogue().hash());
  add(services.today().toString());
  for (const auto& [name, value] : request.query) {
    add(name);
    add(value);
  }
  return http::etagOf(parts);
}

Response list(const MatterBook& book, const Request& request, const SignedIn& who) {
  const Services& services = book.services();
  // Taken before the list is read: a change in between makes the next look read it again.
  const std::string etag = etagOfList(book, request, who);
  services.names->refresh(services.store.applicants(), services.service_key);
  if (auto same = notModified(request, etag)) return *std::move(same);
  auto query = queryOf(book, request, who, true);
  if (!query.ok()) return web::invalid(request, query.takeError());
  query->most = kPage + 1;
  store::MatterPage page = book.matters().page(*query, services.now());
  const bool more = page.matters.size() > kPage;
  if (more) page.matters.pop_back();
  Response response = Response::json(MatterWriter(book).list(page, more, seatOf(who)));
  response.headers.insert_or_assign("ETag", etag);
  return response;
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

/// The answer of `write` for the table of the matters that the filter finds.
template <typename Write>
Response exported(const MatterBook& book, const Request& request, const SignedIn& who,
                  const Write& write) {
  auto query = queryOf(book, request, who, false);
  if (!query.ok()) return web::invalid(request, query.takeError());
  // Recorded first: an unrecorded export must never be sent.
  store::AuditEntry entry;
  entry.action = AuditAction::kExported;
  entry.county = who.member.county.empty() ? query->county : who.member.county;
  note(book, request, who, std::move(entry));
  return write(tableOf(*query, book));
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
  const std::vector<std::string_view> filter{
      "State",    "County",     "MatterUnit", "Turn",    "Due",   "Returned",   "ReturnedTimes",
      "Inactive", "Permission", "Closed",     "EndFrom", "EndTo", "MatterText", "ApplicantId"};
  std::vector<std::string_view> page = filter;
  page.emplace_back("After");
  door.add(routes,
           {.method = "GET",
            .path = "/api/v1/hall/matters",
            .id = "list_matters",
            .tag = "matters",
            .summary = "The queue",
            .description = "A page of the matters that the caller may see, and the numbers of all "
                           "that there are. `next` leads to the next page.",
            .parameters = page,
            .answers = {{200, "At most 50 matters.", "MatterList"}},
            .etag = true},
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

/// What is done to many matters at once.
template <typename Plain>
void addBulkRoutes(web::Routes& routes, DeskDoor& door, const Plain& plain) {
  const std::string_view judged =
      "Each matter is judged for itself; the answer tells which were done, and why the others were "
      "not.";
  door.add(routes,
           {.method = "POST",
            .path = "/api/v1/hall/bulk/hand-overs",
            .id = "hand_over_matters",
            .tag = "matters",
            .summary = "Hand many matters over to their units",
            .description = judged,
            .body = "BulkHandOver",
            .answers = {{200, "What was done.", "BulkAnswer"}}},
           Permission::kWorkMatter, plain(handOverMany));
  door.add(routes,
           {.method = "POST",
            .path = "/api/v1/hall/bulk/reassignments",
            .id = "reassign_matters",
            .tag = "matters",
            .summary = "Give many matters to another person",
            .description = judged,
            .body = "BulkReassignment",
            .answers = {{200, "What was done.", "BulkAnswer"}}},
           Permission::kReassign, plain(reassignMany));
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
                           "`no_such_step`: no step leads there. `not_tried`: a matter ends as "
                           "unreachable only after attempts on two workdays.")),
           work, plain(takeStep));
  door.add(
      routes,
      rowOfChange(
          rowOf("POST", "/api/v1/hall/matters/{id}/attempts", "add_matter_attempt",
                "Record that the company could not be reached", "The matter after the change."),
          "MatterAttempt", web::refused::kConflict.with("`closed`: the matter is over.")),
      work, plain(addAttempt));
  door.add(routes,
           rowOfChange(
               rowOf("POST", "/api/v1/hall/matters/{id}/told", "tell_company",
                     "Record that the company was told of the end", "The matter after the change."),
               "MatterTelling",
               kChangedElsewhere.with(
                   "`changed_elsewhere`, with `changes`: the matter has another revision. "
                   "`told_already`: there is nothing to tell.")),
           work, plain(tellCompany));
  door.add(routes,
           rowOfChange(rowOf("POST", "/api/v1/hall/matters/{id}/undo", "undo_matter_end",
                             "Undo an end", "The matter as it was before its end."),
                       "MatterUndo",
                       kChangedElsewhere.with(
                           "`changed_elsewhere`, with `changes`: the matter has another revision. "
                           "`too_late`: an end is undone within ten minutes by who recorded it or "
                           "a supervisor, and not after the company was told; a withdrawal is not. "
                           "`not_closed`. `matter_open`: the firm has another open matter for the "
                           "measure.")),
           work, plain(undoEnd));
  door.add(routes,
           rowOfChange(rowOf("POST", "/api/v1/hall/matters/{id}/reopening", "reopen_matter",
                             "Reopen a closed matter", "The matter, open in its last open state."),
                       "MatterReopening",
                       kChangedElsewhere.with(
                           "`changed_elsewhere`, with `changes`: the matter has another revision. "
                           "`not_closed`: it is open or erased. `matter_open`: the firm has "
                           "another open matter for the measure.")),
           Permission::kReassign, plain(reopenMatter));
  web::Operation code = rowOfChange(
      rowOf("POST", "/api/v1/hall/matters/{id}/query-code", "make_query_code",
            "Give the company another query code",
            "The matter, with the code. The last one opens "
            "nothing from then on."),
      "MatterNewCode",
      kChangedElsewhere.with("`changed_elsewhere`, with `changes`: the matter has another "
                             "revision. `closed`: its data is erased."));
  code.answers.front().schema = "MatterWithCode";
  door.add(routes, std::move(code), Permission::kAssist, plain(makeQueryCode));
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
             .answers = {{201, "Opened.", "MatterWithCode", web::kJson, {"ETag"}}},
             .refusals = {web::refused::kNotFound.with(
                              "`no_applicant`: there is none, or another county has it."),
                          web::Refusal{http::Failure::kConflict, "MatterOpen"}}},
            Permission::kWorkMatter, plain(openMatter));
  addMatterRoutesById(routes, *door, plain);
  addBulkRoutes(routes, *door, plain);
}

}  // namespace policycalc::desk

#include "desk/matters/matters.h"

#include <string>
#include <utility>

#include "policycalc/base/unicode.h"
#include "policycalc/http/decorators.h"
#include "policycalc/tables/table.h"
#include "policycalc/web/refusals.h"

#include "desk/applicants/name_index.h"
#include "desk/attachment.h"
#include "desk/desk_refusals.h"
#include "desk/door/signed_in.h"
#include "desk/matters/matter_answers.h"
#include "desk/matters/matter_opening.h"
#include "desk/matters/matter_routes.h"
#include "desk/matters/matter_search.h"
#include "desk/matters/matter_table.h"
#include "desk/matters/matter_writer.h"
#include "desk/not_modified.h"
#include "desk/withdrawals/waiting.h"

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

/// Changes whenever the list may: with the matters of the seat's county, the withdrawals that wait
/// there, the seat, the catalogue, the day and the question.
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
  if (const auto waiting = waitingFor(seatOf(who), {}, services)) {
    add(std::to_string(waiting->count));
    add(std::to_string(waiting->oldest.time_since_epoch().count()));
  }
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

/// Its reader sees the reminders to them.
void seeReminders(const MatterBook& book, const Seat& seat, store::MatterFile& file) {
  std::vector<std::int64_t> seen;
  for (store::MatterDeed& deed : file.deeds) {
    if (deed.to_id == 0 || deed.seen_at != std::chrono::sys_seconds()) continue;
    if (!actsFor(seat, deed.to_id)) continue;
    deed.seen_at = book.services().now();
    seen.push_back(deed.to_id);
  }
  if (!seen.empty()) book.matters().see(file.matter.id, seen, book.services().now());
}

/// 304 if the page has this answer already. This reveals nothing, so it is not audited; any other
/// GET is, as it shows an applicant's data. HEAD shows none.
Response show(const MatterBook& book, const Request& request, const SignedIn& who) {
  return withMatter(book, request, who, [&](const store::MatterFile& file) {
    MatterView view = viewOf(file, book.services());
    if (auto same = notModified(request, etagOf(view, seatOf(who), book))) return *std::move(same);
    if (request.method != "HEAD") {
      store::AuditEntry entry;
      entry.action = AuditAction::kViewed;
      entry.object_id = file.matter.id;
      entry.county = file.matter.county;
      note(book, request, who, std::move(entry));
      seeReminders(book, seatOf(who), view.file);
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
      "State",    "County",        "MatterUnit", "Turn",       "Due",
      "Returned", "ReturnedTimes", "Inactive",   "Permission", "MeasureMoved",
      "Closed",   "EndFrom",       "EndTo",      "MatterText", "ApplicantId"};
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
  door->add(routes,
            {.method = "GET",
             .path = "/api/v1/hall/matters/{id}",
             .id = "show_matter",
             .tag = "matters",
             .summary = "One matter",
             .parameters = {"Id"},
             .answers = {{200, "The whole matter. The trail records that it was opened.",
                          "MatterDetail"}},
             .refusals = {web::refused::kNotFound.with(
                 "`no_matter`: there is none, or the caller may not see it.")},
             .etag = true},
            Permission::kReadMatter, plain(show));
  addMatterChangeRoutes(routes, *door, plain);
}

}  // namespace policycalc::desk

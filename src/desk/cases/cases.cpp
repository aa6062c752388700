#include "desk/cases/cases.h"

#include <string>
#include <utility>

#include "policycalc/tables/table.h"
#include "policycalc/web/refusals.h"

#include "desk/cases/case_desk.h"
#include "desk/cases/case_opening.h"
#include "desk/cases/case_steps.h"
#include "desk/cases/case_table.h"
#include "desk/cases/case_writer.h"
#include "desk/door/seat.h"
#include "desk/refusals.h"

namespace policycalc::desk {
namespace {

using http::Request;
using http::Response;

constexpr std::size_t kMostListed = 2'000;
constexpr std::size_t kMostExported = 20'000;

Response list(const CaseDesk& desk, const Request& request, const SignedIn& who) {
  const auto filter = readCaseFilter(request, *desk.services().catalogues.current());
  if (!filter.ok()) return web::invalid(request, filter.error());
  const CaseList found = desk.book().list(seatOf(who), *filter, kMostListed);
  return Response::json(CaseWriter(desk.services(), desk.book()).list(found));
}

void note(const CaseDesk& desk, const Request& request, const SignedIn& who,
          store::AuditEntry entry) {
  entry.actor = actorOf(request, who, desk.services().now());
  entry.object = "case";
  desk.services().store.audit().append(entry);
}

/// Who looks into an applicant's data is written down, even where it changes nothing. An open page
/// that asks by HEAD whether there is anything new looks into none.
Response show(const CaseDesk& desk, const Request& request, const SignedIn& who) {
  return desk.withCase(request, who, [&](const store::CaseFile& file) {
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

/// What `write` makes of the cases that the filter finds.
template <typename Write>
Response exported(const CaseDesk& desk, const Request& request, const SignedIn& who,
                  const Write& write) {
  const auto filter = readCaseFilter(request, *desk.services().catalogues.current());
  if (!filter.ok()) return web::invalid(request, filter.error());
  const Seat seat = seatOf(who);
  const CaseList found = desk.book().list(seat, *filter, kMostExported);
  // Before it leaves the house: what is not written down must not leave.
  store::AuditEntry entry;
  entry.action = "exported";
  entry.county = seat.county.empty() ? filter->query.county : seat.county;
  note(desk, request, who, std::move(entry));
  return write(tableOf(found.cases, desk.services()));
}

Response exportCsv(const CaseDesk& desk, const Request& request, const SignedIn& who) {
  return exported(desk, request, who, [](const tables::Table& table) {
    return attachment(tables::writeCsv(table), "text/csv; charset=utf-8", "cases.csv");
  });
}

Response exportXlsx(const CaseDesk& desk, const Request& request, const SignedIn& who) {
  return exported(desk, request, who, [&](const tables::Table& table) {
    auto book = tables::writeXlsx(table);
    if (book.ok()) {
      return attachment(*std::move(book),
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                        "cases.xlsx");
    }
    return refusal(request, 503, "no_table",
                   "现在无法生成表格，请稍后再试或改用 CSV。"
                   "The workbook cannot be made now: try again later, or take the CSV.");
  });
}

}  // namespace

void addCaseRoutes(http::Router& router, const Services& services,
                   const std::shared_ptr<DeskDoor>& door) {
  using Body = DeskDoor::Body;
  const auto desk = std::make_shared<const CaseDesk>(services);
  const auto call = [desk](Response (*answer)(const CaseDesk&, const Request&, const SignedIn&)) {
    return [desk, answer](const Request& request, const SignedIn& who) {
      return answer(*desk, request, who);
    };
  };
  const auto plain = [&](auto answer) { return DeskDoor::withoutQuery(call(answer)); };
  const Permission work = Permission::kWorkCase;
  door->add(router, {"GET", "/cases", Permission::kReadCase}, call(list));
  door->add(router, {"POST", "/cases", work, Body::kJson}, plain(openCase));
  door->add(router, {"GET", "/cases.csv", Permission::kExport}, call(exportCsv));
  door->add(router, {"GET", "/cases.xlsx", Permission::kExport}, call(exportXlsx));
  door->add(router, {"GET", "/cases/{id}", Permission::kReadCase}, plain(show));
  door->add(router, {"POST", "/cases/{id}/steps", work, Body::kJson}, plain(takeStep));
  door->add(router, {"PUT", "/cases/{id}/documents", work, Body::kJson}, plain(tickDocuments));
  door->add(router, {"POST", "/cases/{id}/notes", work, Body::kJson}, plain(addNote));
  door->add(router, {"PUT", "/cases/{id}/handler", Permission::kReassign, Body::kJson},
            plain(reassign));
}

}  // namespace policycalc::desk

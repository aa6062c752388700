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
      return attachment(*std::move(book),
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                        "matters.xlsx");
    }
    return refusal(request, 503, "no_table",
                   "现在无法生成表格，请稍后再试或改用 CSV。"
                   "The workbook cannot be made now: try again later, or take the CSV.");
  });
}

}  // namespace

void addMatterRoutes(http::Router& router, const Services& services,
                     const std::shared_ptr<DeskDoor>& door) {
  using Body = DeskDoor::Body;
  const auto desk = std::make_shared<const MatterDesk>(services);
  const auto call = [desk](Response (*answer)(const MatterDesk&, const Request&, const SignedIn&)) {
    return [desk, answer](const Request& request, const SignedIn& who) {
      return answer(*desk, request, who);
    };
  };
  const auto plain = [&](auto answer) { return DeskDoor::withoutQuery(call(answer)); };
  const Permission work = Permission::kWorkMatter;
  door->add(router, {"GET", "/matters", Permission::kReadMatter}, call(list));
  door->add(router, {"POST", "/matters", work, Body::kJson}, plain(openMatter));
  door->add(router, {"GET", "/matters.csv", Permission::kExport}, call(exportCsv));
  door->add(router, {"GET", "/matters.xlsx", Permission::kExport}, call(exportXlsx));
  door->add(router, {"GET", "/matters/{id}", Permission::kReadMatter}, plain(show));
  door->add(router, {"POST", "/matters/{id}/steps", work, Body::kJson}, plain(takeStep));
  door->add(router, {"PUT", "/matters/{id}/documents", work, Body::kJson}, plain(tickDocuments));
  door->add(router, {"POST", "/matters/{id}/notes", work, Body::kJson}, plain(addNote));
  door->add(router, {"PUT", "/matters/{id}/handler", Permission::kReassign, Body::kJson},
            plain(reassign));
}

}  // namespace policycalc::desk

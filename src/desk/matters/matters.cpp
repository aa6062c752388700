#include "desk/matters/matters.h"

#include <string>
#include <utility>

#include "policycalc/tables/table.h"
#include "policycalc/web/refusals.h"

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

/// 304 if the page has this answer already. That opens nothing, so that it is not on the audit
/// trail. Any other GET is, as it shows an applicant's data. HEAD shows none.
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
  // First of all: an export that is not on the trail must not be sent.
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
      return attachment(*std::move(workbook),
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                        "matters.xlsx");
    }
    return refusal(request, 503, "no_table",
                   "现在无法生成表格，请稍后再试或改用 CSV。"
                   "The workbook cannot be written now. Try again later, or take the CSV file.");
  });
}

}  // namespace

void addMatterRoutes(http::Router& router, const Services& services,
                     const std::shared_ptr<DeskDoor>& door) {
  using Body = DeskDoor::Body;
  const auto call =
      [&services](Response (*answer)(const MatterBook&, const Request&, const SignedIn&)) {
        return [&services, answer](const Request& request, const SignedIn& who) {
          return answer(MatterBook(services), request, who);
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

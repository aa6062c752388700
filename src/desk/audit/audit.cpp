#include "desk/audit/audit.h"

#include <utility>

#include "policycalc/base/ascii.h"
#include "policycalc/base/date.h"
#include "policycalc/base/text.h"
#include "policycalc/json/writer.h"
#include "policycalc/store/audit.h"
#include "policycalc/tables/table.h"
#include "policycalc/web/match/rendering.h"
#include "policycalc/web/query.h"
#include "policycalc/web/refusals.h"
#include "policycalc/web/times.h"

#include "desk/attachment.h"
#include "desk/audit/audit_table.h"
#include "desk/desk_refusals.h"
#include "desk/door/signed_in.h"
#include "desk/matters/matter_reference.h"
#include "desk/staff/staff_ref.h"

namespace policycalc::desk {
namespace {

using http::Request;
using http::Response;
using store::AuditEntry;
using store::AuditQuery;

constexpr std::size_t kMostAtOnce = 100;

/// The query of a request, or its issues.
base::Result<AuditQuery, base::Issues> readQuery(const Request& request, const SignedIn& who,
                                                 bool is_page) {
  web::Query query(request);
  AuditQuery asked;
  std::vector<std::string_view> objects;
  objects.reserve(kAuditObjects.size());
  for (const AuditObject object : kAuditObjects) objects.push_back(nameOf(object));
  asked.object = auditObjectNamed(query.oneOf("object", objects));
  asked.object_id = query.id("id");
  asked.staff_id = query.id("staff");
  if (is_page) asked.below = query.id("below");
  asked.staff_name = base::trimmed(query.text("name"));
  if (const std::string typed = query.text("reference"); !typed.empty()) {
    if (const auto reference = readMatterReference(typed)) {
      asked.reference = *reference;
    } else {
      query.report("reference", "wrong_value", base::quoted(typed) + " is not a reference");
    }
  }
  const auto from = query.date("from");
  const auto to = query.date("to");
  if (from) asked.from = base::beginInChina(*from);
  if (to) asked.before = base::beginInChina(to->next());
  base::Issues issues = query.issues();
  if (!issues.empty()) return issues;
  if (who.role == Role::kSupervisor) {
    asked.county = who.member.county;
    asked.unit = who.member.unit;
  }
  return asked;
}

void writeEntry(json::Writer& writer, const AuditEntry& entry, StaffRefs& staff) {
  writer.beginObject();
  writer.key("id").integer(entry.id);
  writer.key("at").string(web::utcText(entry.actor.at));
  staff.write(writer.key("staff"), entry.actor.staff_id);
  writer.key("address").stringOrNull(entry.actor.address);
  writer.key("action").string(nameOf(entry.action));
  writer.key("object").string(nameOf(entry.object));
  writer.key("object_id").integer(entry.object_id);
  writer.key("reference").stringOrNull(entry.reference);
  writer.key("county").stringOrNull(entry.county);
  writer.key("fields");
  web::writeStrings(writer, entry.fields);
  writer.endObject();
}

std::string write(std::vector<AuditEntry> entries, StaffRefs& staff) {
  const bool has_more = entries.size() > kMostAtOnce;
  if (has_more) entries.pop_back();
  json::Writer writer;
  writer.beginObject();
  writer.key("entries").beginArray();
  for (const AuditEntry& entry : entries) writeEntry(writer, entry, staff);
  writer.endArray();
  writer.key("next");
  if (has_more) {
    writer.integer(entries.back().id);
  } else {
    writer.null();
  }
  writer.endObject();
  return writer.take();
}

struct Export {
  std::string_view path;
  std::string_view id;
  std::string_view summary;
  std::string_view what;
  std::string_view schema;
  std::string_view media;
};

/// Adds an export of what the filter finds, whose table `write` turns into the answer.
template <typename Write>
void addExport(web::Routes& routes, const Services& services, DeskDoor& door, const Export& wanted,
               const Write& write) {
  door.add(
      routes,
      {.method = "GET",
       .path = wanted.path,
       .id = wanted.id,
       .tag = "audit",
       .summary = wanted.summary,
       .description = "At most 20,000 entries; a last row says if there are others. The trail "
                      "records the export.",
       .parameters = {"AuditObject", "AuditId", "AuditStaff", "AuditReference", "AuditName", "From",
                      "To"},
       .answers = {{200, wanted.what, wanted.schema, wanted.media, {"Content-Disposition"}}},
       .refusals = {web::refused::kUnavailable.with("`no_table`: the table cannot be made now.")}},
      Permission::kReadAudit, [&services, write](const Request& request, const SignedIn& who) {
        auto query = readQuery(request, who, false);
        if (!query.ok()) return web::invalid(request, query.takeError());
        query->most = kMostExported + 1;  // one more, to see whether there are more
        const auto entries = services.store.audit().list(*query);
        // Recorded before it is sent: an unrecorded export must never leave.
        AuditEntry entry;
        entry.actor = actorOf(request, who, services.now());
        entry.action = AuditAction::kExported;
        entry.object = AuditObject::kSession;
        entry.object_id = who.member.id;
        entry.county = who.member.county;
        services.store.audit().append(entry);
        return write(request, tableOf(entries, services));
      });
}

}  // namespace

void addAuditRoute(web::Routes& routes, const Services& services,
                   const std::shared_ptr<DeskDoor>& door) {
  door->add(routes,
            {.method = "GET",
             .path = "/api/v1/hall/audit",
             .id = "list_audit",
             .tag = "audit",
             .summary = "What was done",
             .description = "A supervisor with a county reads what concerns that county, and one "
                            "of a unit what concerns its matters and its people. No entry holds a "
                            "value.",
             .parameters = {"AuditObject", "AuditId", "AuditStaff", "AuditReference", "AuditName",
                            "From", "To", "Below"},
             .answers = {{200, "At most 100 entries, the latest first.", "Audit"}}},
            Permission::kReadAudit, [&services](const Request& request, const SignedIn& who) {
              auto query = readQuery(request, who, true);
              if (!query.ok()) return web::invalid(request, query.takeError());
              query->most = kMostAtOnce + 1;  // one more, to see whether there are more
              StaffRefs staff(services.store.staff());
              return Response::json(write(services.store.audit().list(*query), staff));
            });
  addExport(routes, services, *door,
            {.path = "/api/v1/hall/audit.csv",
             .id = "export_audit_csv",
             .summary = "The trail as CSV",
             .what = "UTF-8 with a byte order mark, the latest first. A text that a spreadsheet "
                     "would read as a formula begins with an apostrophe.",
             .schema = "CsvFile",
             .media = "text/csv"},
            [](const Request&, const tables::Table& table) {
              return attachment(tables::writeCsv(table), "text/csv; charset=utf-8", "audit.csv");
            });
  addExport(routes, services, *door,
            {.path = "/api/v1/hall/audit.xlsx",
             .id = "export_audit_xlsx",
             .summary = "The trail as a workbook",
             .what = "One sheet, the latest first.",
             .schema = "WorkbookFile",
             .media = kWorkbook},
            [](const Request& request, const tables::Table& table) {
              auto workbook = tables::writeXlsx(table);
              if (!workbook.ok()) return refusal(request, DeskFailure::kNoTable);
              return attachment(*std::move(workbook), kWorkbook, "audit.xlsx");
            });
}

}  // namespace policycalc::desk

#include "desk/audit/audit.h"

#include <utility>

#include "policycalc/base/date.h"
#include "policycalc/base/text.h"
#include "policycalc/json/writer.h"
#include "policycalc/store/audit.h"
#include "policycalc/web/match/rendering.h"
#include "policycalc/web/query.h"
#include "policycalc/web/refusals.h"
#include "policycalc/web/times.h"

#include "desk/door/signed_in.h"
#include "desk/staff/staff_ref.h"

namespace policycalc::desk {
namespace {

using http::Request;
using http::Response;
using store::AuditEntry;
using store::AuditQuery;

constexpr std::size_t kMostAtOnce = 100;

/// The query of a request, or its issues.
base::Result<AuditQuery, base::Issues> readQuery(const Request& request) {
  web::Query query(request);
  AuditQuery asked;
  std::vector<std::string_view> objects;
  objects.reserve(kAuditObjects.size());
  for (const AuditObject object : kAuditObjects) objects.push_back(nameOf(object));
  asked.object = auditObjectNamed(query.oneOf("object", objects));
  asked.object_id = query.id("id");
  asked.staff_id = query.id("staff");
  asked.below = query.id("below");
  const auto from = query.date("from");
  const auto to = query.date("to");
  if (from) asked.from = base::beginInChina(*from);
  if (to) asked.before = base::beginInChina(to->next());
  base::Issues issues = query.issues();
  if (!issues.empty()) return issues;
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

}  // namespace

void addAuditRoute(web::Routes& routes, const Services& services,
                   const std::shared_ptr<DeskDoor>& door) {
  door->add(routes,
            {.method = "GET",
             .path = "/api/v1/hall/audit",
             .id = "list_audit",
             .tag = "audit",
             .summary = "What was done",
             .description = "A supervisor with a county reads what concerns that county. No entry "
                            "holds a value.",
             .parameters = {"AuditObject", "AuditId", "AuditStaff", "From", "To", "Below"},
             .answers = {{200, "At most 100 entries, the latest first.", "Audit"}}},
            Permission::kReadAudit, [&services](const Request& request, const SignedIn& who) {
              auto asked = readQuery(request);
              if (!asked.ok()) return web::invalid(request, asked.takeError());
              AuditQuery query = *asked;
              if (who.role == Role::kSupervisor) query.county = who.member.county;
              query.most = kMostAtOnce + 1;  // one more, to see whether there are more
              StaffRefs staff(services.store.staff());
              return Response::json(write(services.store.audit().list(query), staff));
            });
}

}  // namespace policycalc::desk

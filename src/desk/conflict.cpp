#include "desk/conflict.h"

#include <string>
#include <utility>

#include "policycalc/web/match/rendering.h"
#include "policycalc/web/times.h"

#include "desk/desk_refusals.h"

namespace policycalc::desk {

http::Response changedElsewhere(const http::Request& request, DeskFailure name,
                                const std::vector<store::AuditEntry>& since, StaffRefs& staff) {
  std::string changes = web::renderedMembers([&](json::Writer& writer) {
    writer.key("changes").beginArray();
    for (const store::AuditEntry& entry : since) {
      writer.beginObject();
      writer.key("at").string(web::utcText(entry.actor.at));
      staff.write(writer.key("who"), entry.actor.staff_id);
      writer.key("what");
      web::writeStrings(writer, entry.fields);
      writer.endObject();
    }
    writer.endArray();
  });
  return refusal(request, name, {.more = std::move(changes)});
}

}  // namespace policycalc::desk

#include "api/hall/conflict.h"

#include <string>
#include <utility>

#include "policycalc/api/rendering.h"

#include "api/hall/refusals.h"
#include "api/times.h"

namespace policycalc::api {

http::Response changedElsewhere(const http::Request& request, std::string_view detail,
                                const std::vector<store::AuditEntry>& since, StaffRefs& staff) {
  std::string changes = renderedMembers([&](json::Writer& writer) {
    writer.key("changes").beginArray();
    for (const store::AuditEntry& entry : since) {
      writer.beginObject();
      writer.key("at").string(utcText(entry.actor.at));
      staff.write(writer.key("who"), entry.actor.staff_id);
      writer.key("what");
      writeStrings(writer, entry.fields);
      writer.endObject();
    }
    writer.endArray();
  });
  return refusal(request, 409, "changed_elsewhere", detail, {}, std::move(changes));
}

}  // namespace policycalc::api

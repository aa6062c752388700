#include "desk/staff/staff_writer.h"

#include "policycalc/web/times.h"

namespace policycalc::desk {
namespace {

/// Never the hash.
void writeMember(json::Writer& writer, const store::StaffMember& member) {
  writer.beginObject();
  writer.key("id").integer(member.id);
  writer.key("login").string(member.login);
  writer.key("name").string(member.name);
  writer.key("role").string(nameOf(member.role));
  writer.key("county").stringOrNull(member.county);
  writer.key("unit").stringOrNull(member.unit);
  writer.key("must_change_password").boolean(member.must_change);
  writer.key("active").boolean(member.active);
  writer.key("revision").integer(member.revision);
  writer.key("created_at").string(web::utcText(member.created_at));
  writer.endObject();
}

}  // namespace

std::string writeSignedIn(const store::StaffMember& member, std::string_view csrf,
                          std::chrono::seconds idle, std::string_view second_factor) {
  json::Writer writer;
  writer.beginObject();
  writer.key("staff");
  writeMember(writer, member);
  writer.key("permissions").beginArray();
  for (const Permission permission : kPermissions) {
    if (may(member.role, permission)) writer.string(nameOf(permission));
  }
  writer.endArray();
  writer.key("csrf").string(csrf);
  writer.key("idle_seconds").integer(idle.count());
  writer.key("second_factor").string(second_factor);
  writer.endObject();
  return writer.take();
}

std::string writeStaffList(const std::vector<store::StaffMember>& members) {
  json::Writer writer;
  writer.beginObject();
  writer.key("staff").beginArray();
  for (const store::StaffMember& member : members) writeMember(writer, member);
  writer.endArray();
  writer.endObject();
  return writer.take();
}

void writeHandedOn(json::Writer& writer, const store::HandedOn& matters) {
  writer.beginObject();
  writer.key("given").integer(static_cast<std::int64_t>(matters.given));
  writer.key("left").integer(static_cast<std::int64_t>(matters.left));
  writer.endObject();
}

std::string writeChangedMember(const store::StaffMember& member, const store::HandedOn& matters) {
  json::Writer writer;
  writer.beginObject();
  writer.key("staff");
  writeMember(writer, member);
  writeHandedOn(writer.key("matters"), matters);
  writer.endObject();
  return writer.take();
}

std::string writeStaffMember(const store::StaffMember& member, std::string_view password) {
  json::Writer writer;
  writer.beginObject();
  writer.key("staff");
  writeMember(writer, member);
  if (!password.empty()) writer.key("password").string(password);
  writer.endObject();
  return writer.take();
}

}  // namespace policycalc::desk

#include "desk/staff/staff_ref.h"

namespace policycalc::desk {

void StaffRefs::learn(const std::vector<store::StaffMember>& staff) {
  for (const store::StaffMember& member : staff) names_.insert_or_assign(member.id, member.name);
}

void StaffRefs::write(json::Writer& writer, std::int64_t staff_id) {
  const auto [known, is_new] = names_.try_emplace(staff_id);
  if (is_new && staff_id != 0) {
    if (const auto member = members_.find(staff_id)) known->second = member->name;
  }
  if (known->second.empty()) {
    writer.null();
    return;
  }
  writer.beginObject();
  writer.key("id").integer(staff_id);
  writer.key("name").string(known->second);
  writer.endObject();
}

std::string versionOf(const std::vector<store::StaffMember>& staff) {
  std::string version;
  for (const store::StaffMember& member : staff) {
    version += std::to_string(member.id) + ":" + std::to_string(member.revision) + ",";
  }
  return version;
}

}  // namespace policycalc::desk

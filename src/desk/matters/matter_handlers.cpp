#include "desk/matters/matter_handlers.h"

#include "policycalc/desk/rules/permission.h"
#include "policycalc/desk/rules/scope.h"

namespace policycalc::desk {

bool canHandle(const store::StaffMember& member, const store::Matter& what, std::string_view unit) {
  const auto role = roleNamed(member.role);
  if (!member.active || !role) return false;
  if (*role == Role::kHandler) return member.unit == unit;
  if (*role != Role::kSupervisor) return false;
  const Seat seat{
      .role = *role, .staff_id = member.id, .county = member.county, .unit = member.unit};
  return sees(seat, {.county = what.county,
                     .unit = unit,
                     .handler_id = member.id,
                     .handed_over = what.handed_over});
}

std::vector<store::StaffMember> candidatesFor(const store::Matter& what, std::string_view unit,
                                              const store::StaffMembers& members) {
  std::vector<store::StaffMember> all = members.list();
  std::erase_if(all, [&](const auto& member) { return !canHandle(member, what, unit); });
  return all;
}

std::int64_t namedFor(const store::Matter& what, std::string_view unit, store::Store& store) {
  const std::int64_t id = store.handlers().find(what.measure, what.county, unit);
  if (id == 0) return 0;
  const auto member = store.staff().find(id);
  return member && canHandle(*member, what, unit) ? id : 0;
}

}  // namespace policycalc::desk

#include "desk/matters/matter_handlers.h"

#include <algorithm>
#include <string>

#include "desk/door/signed_in.h"

namespace policycalc::desk {

using store::Matter;
using store::StaffMember;

HandlerLookup peopleFor(const Matter& matter, std::string_view unit, store::Store& store) {
  const auto can_handle = [&matter, &store, unit = std::string(unit)](std::int64_t staff_id) {
    const auto member = store.staff().find(staff_id);
    return member && canHandle(seatOf(*member), matter.county, unit);
  };
  const auto named = [&matter, &store, can_handle, unit = std::string(unit)]() -> std::int64_t {
    const std::int64_t id = store.handlers().find(matter.measure, matter.county, unit);
    if (id != 0 && can_handle(id)) return id;
    const std::int64_t on_duty = store.dutyHandlers().find(unit);
    return on_duty != 0 && can_handle(on_duty) ? on_duty : 0;
  };
  return {can_handle, named};
}

std::vector<StaffMember> candidatesFor(const Matter& matter,
                                       const std::vector<StaffMember>& staff) {
  std::vector<StaffMember> candidates;
  for (const StaffMember& member : staff) {
    if (canHandle(seatOf(member), matter.county, matter.unit)) candidates.push_back(member);
  }
  return candidates;
}

std::int64_t namedFor(const Matter& matter, store::Store& store) {
  return peopleFor(matter, matter.unit, store).named();
}

bool hasAccounts(std::string_view unit, const std::vector<StaffMember>& staff) {
  return std::any_of(staff.begin(), staff.end(), [&](const StaffMember& member) {
    return member.unit == unit && canHandleAny(seatOf(member));
  });
}

}  // namespace policycalc::desk

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
    return id != 0 && can_handle(id) ? id : 0;
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

std::int64_t namedFor(const Matter& matter, const std::vector<StaffMember>& staff,
                      const store::Handlers& handlers) {
  const std::int64_t id = handlers.find(matter.measure, matter.county, matter.unit);
  const auto can = [&](const StaffMember& member) {
    return member.id == id && canHandle(seatOf(member), matter.county, matter.unit);
  };
  return std::any_of(staff.begin(), staff.end(), can) ? id : 0;
}

}  // namespace policycalc::desk

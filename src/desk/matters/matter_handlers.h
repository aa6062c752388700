#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "policycalc/desk/rules/handling.h"
#include "policycalc/store/matters.h"
#include "policycalc/store/staff.h"
#include "policycalc/store/store.h"

namespace policycalc::desk {

/// What the rules ask about the people who could handle the matter in that unit, answered by the
/// store. Keeps references.
HandlerLookup peopleFor(const store::Matter& matter, std::string_view unit, store::Store& store);

/// The members of `staff` who can handle the matter in its unit, in their order.
std::vector<store::StaffMember> candidatesFor(const store::Matter& matter,
                                              const std::vector<store::StaffMember>& staff);

/// The member of `staff` whom the table of handlers names for the matter; 0 if it has no entry, or
/// only one for a member who can no longer handle the matter.
std::int64_t namedFor(const store::Matter& matter, const std::vector<store::StaffMember>& staff,
                      const store::Handlers& handlers);

}  // namespace policycalc::desk

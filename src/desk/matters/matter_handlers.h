#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "policycalc/store/matters.h"
#include "policycalc/store/staff.h"
#include "policycalc/store/store.h"

namespace policycalc::desk {

/// Whether somebody can take the matter care of in that unit: an account that is open, of a handler
/// of the unit, or of a supervisor who would see the matter there.
bool canHandle(const store::StaffMember& member, const store::Matter& what, std::string_view unit);

/// All of them, by log-in.
std::vector<store::StaffMember> candidatesFor(const store::Matter& what, std::string_view unit,
                                              const store::StaffMembers& members);

/// Who the table names for the matter and can handle it; 0 for nobody.
std::int64_t namedFor(const store::Matter& what, std::string_view unit, store::Store& store);

}  // namespace policycalc::desk

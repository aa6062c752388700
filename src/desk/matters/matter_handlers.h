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

/// Who is named for the matter in its unit, see HandlerLookup: by the table of handlers, else the
/// duty handler of the unit; 0 if neither can handle it.
std::int64_t namedFor(const store::Matter& matter, store::Store& store);

/// Whether an account of the unit itself can handle matters.
bool hasAccounts(std::string_view unit, const std::vector<store::StaffMember>& staff);

}  // namespace policycalc::desk

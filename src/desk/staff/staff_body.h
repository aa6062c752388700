#pragma once

#include <string_view>

#include "policycalc/base/issue.h"
#include "policycalc/base/result.h"
#include "policycalc/catalogue/catalogue.h"
#include "policycalc/store/staff.h"

namespace policycalc::desk {

/// Reads the body of `POST staff` (login, name, role, county, unit). Reports all issues together,
/// each with its pointer: those of BodyFields, `wrong_value` for a wrong log-in or name and an
/// unknown role, county or unit, and `missing_field` if the role needs a county or a unit.
base::Result<store::StaffMember, base::Issues> readNewMember(std::string_view body,
                                                             const catalogue::Catalogue& catalogue);

/// A member after a change, and where the open matters go that they can no longer act on.
struct ChangedMember {
  store::StaffMember member;
  store::HandOn hand_on;
};

/// Reads the body of `PUT staff/{id}` (name, role, county, unit, active, revision, matters_to) into
/// a copy of `known`. A county or unit that is not given is removed; without `matters_to`,
/// `hand_on` asks.
base::Result<ChangedMember, base::Issues> readChangedMember(std::string_view body,
                                                            const store::StaffMember& known,
                                                            const catalogue::Catalogue& catalogue);

}  // namespace policycalc::desk

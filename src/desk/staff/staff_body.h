#pragma once

#include <string_view>

#include "policycalc/base/issue.h"
#include "policycalc/base/result.h"
#include "policycalc/catalogue/catalogue.h"
#include "policycalc/store/staff.h"

namespace policycalc::desk {

/// Reads the body of `POST staff` (login, name, role, county, unit). All issues together, each with
/// its pointer: those of BodyFields, `wrong_value` for what is no log-in, name, role, district of
/// the city or unit, and `missing_field` where the role needs a county or a unit.
base::Result<store::StaffMember, base::Issues> readNewMember(std::string_view body,
                                                             const catalogue::Catalogue& catalogue);

/// The body of `PUT staff/{id}` (name, role, county, unit, active, revision): `known` with what it
/// says. County and unit that are not given are none.
base::Result<store::StaffMember, base::Issues> readChangedMember(
    std::string_view body, const store::StaffMember& known, const catalogue::Catalogue& catalogue);

}  // namespace policycalc::desk

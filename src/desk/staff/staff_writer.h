#pragma once

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

#include "policycalc/desk/rules/permission.h"
#include "policycalc/json/writer.h"
#include "policycalc/store/staff.h"

namespace policycalc::desk {

/// `{"staff":{…},"permissions":[…],"csrf":…,"idle_seconds":…,"second_factor":…}`: one's own
/// account, after how long without a request the session ends, and what it still has to do.
std::string writeSignedIn(const store::StaffMember& member, std::string_view csrf,
                          std::chrono::seconds idle, std::string_view second_factor);

/// `{"staff":[…]}`.
std::string writeStaffList(const std::vector<store::StaffMember>& members);

/// `{"given":…,"left":…}`.
void writeHandedOn(json::Writer& writer, const store::HandedOn& matters);

/// `{"staff":{…},"matters":{…}}`: after a change, and what became of the member's open matters.
std::string writeChangedMember(const store::StaffMember& member, const store::HandedOn& matters);

/// `{"staff":{…}}`, and `"password"` if one was made for them. The page shows it once.
std::string writeStaffMember(const store::StaffMember& member, std::string_view password = {});

}  // namespace policycalc::desk

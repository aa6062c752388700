#pragma once

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

#include "policycalc/desk/rules/permission.h"
#include "policycalc/store/staff.h"

namespace policycalc::desk {

/// `{"staff":{…},"permissions":[…],"csrf":…,"idle_seconds":…}`: what somebody who is logged in is
/// told of themselves, and after how long without a request their session ends.
std::string writeSignedIn(const store::StaffMember& member, Role role, std::string_view csrf,
                          std::chrono::seconds idle);

/// `{"staff":[…]}`.
std::string writeStaffList(const std::vector<store::StaffMember>& members);

/// `{"staff":{…}}`, with `"password"` where one was made for them, to be shown once.
std::string writeStaffMember(const store::StaffMember& member, std::string_view password = {});

}  // namespace policycalc::desk

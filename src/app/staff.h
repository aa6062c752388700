#pragma once

#include <string>
#include <vector>

#include "policycalc/base/result.h"
#include "policycalc/store/staff.h"

#include "app/settings.h"

namespace policycalc::app {

/// A new member of the staff as the command line describes one; "" for what is not given.
struct StaffDescription {
  std::string login;
  std::string name;
  std::string role;
  std::string county;
  std::string unit;
};

/// The member described, without a password. Fails with one line for people if the log-in, name or
/// role is wrong, if the role needs a county or a unit that is missing, or if `policies` has no
/// such county or unit.
base::Result<store::StaffMember> describedMember(const StaffDescription& description,
                                                 const std::string& policies);

/// The password of that new member: one line of standard input, without an echo on a terminal.
/// Fails with one line for people, which does not repeat the password.
base::Result<std::string> readNewPassword(const store::StaffMember& member);

/// The staff as a table for a terminal.
std::string staffTable(const std::vector<store::StaffMember>& members);

}  // namespace policycalc::app

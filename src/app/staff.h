#pragma once

#include <string>
#include <vector>

#include "policycalc/base/result.h"
#include "policycalc/store/staff.h"

#include "app/arguments.h"
#include "app/settings.h"

namespace policycalc::app {

/// What is wrong with the words and options behind `staff`; empty if nothing is.
std::string faultOfStaffWords(const Arguments& arguments);

/// The new member that `staff add` describes, without a password. Fails with one line for people
/// where log-in, name or role is none, the role needs a county or a unit, or the policies know no
/// such county or unit.
base::Result<store::StaffMember> describedMember(const Arguments& arguments,
                                                 const Settings& settings);

/// The password of a new member: one line of standard input, asked for without an echo on a
/// terminal. Fails with one line for people, which does not repeat it, where it may not be one.
base::Result<std::string> readNewPassword(const std::string& login);

/// The staff as a table for a terminal, by log-in.
std::string staffTable(const std::vector<store::StaffMember>& members);

}  // namespace policycalc::app

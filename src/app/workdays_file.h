#pragma once

#include <string>

#include "policycalc/base/issue.h"
#include "policycalc/base/result.h"
#include "policycalc/desk/rules/deadlines.h"

namespace policycalc::app {

/// The text of `hall/workdays.json` in the policies folder. Fails with `missing_file` or
/// `unreadable`.
base::Result<std::string, base::Issues> readWorkdaysText(const std::string& policies);

/// Reads `hall/workdays.json` in the policies folder: the calendar and deadlines of the desk.
/// Fails with the mistakes in the file, `missing_file` or `unreadable`.
base::Result<desk::Deadlines, base::Issues> readWorkdays(const std::string& policies);

}  // namespace policycalc::app

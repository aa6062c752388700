#pragma once

#include <string>

#include "policycalc/base/issue.h"
#include "policycalc/base/result.h"
#include "policycalc/desk/rules/deadlines.h"

namespace policycalc::app {

/// Reads `hall/workdays.json` below the folder of policies: the calendar and deadlines of the desk.
/// A file that is missing or cannot be read is an issue, as are the mistakes in it.
base::Result<desk::Deadlines, base::Issues> readWorkdays(const std::string& policies);

}  // namespace policycalc::app

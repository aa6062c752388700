#pragma once

#include <string>

#include "policycalc/catalogue/changes.h"
#include "policycalc/impact/report.h"

namespace policycalc::impact {

/// A change as lines of plain text: `parameter x value [verdict]`, then its old and new value.
/// Without a line end at the end, as all texts here.
std::string textOf(const catalogue::Change& change);

/// The report as plain text; texts of the policies stay Chinese.
std::string textOf(const Report& report);

/// The report as JSON: `{"before", "after", "changes": […], "tried": {…}, "days": […]}`.
std::string jsonOf(const Report& report);

/// The report as one HTML page in Chinese that needs no other file.
std::string pageOf(const Report& report);

}  // namespace policycalc::impact

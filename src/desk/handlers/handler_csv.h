#pragma once

#include <string_view>
#include <vector>

#include "policycalc/base/issue.h"
#include "policycalc/base/result.h"
#include "policycalc/catalogue/catalogue.h"
#include "policycalc/desk/rules/seat.h"
#include "policycalc/store/handlers.h"
#include "policycalc/store/staff.h"
#include "policycalc/tables/table.h"

/// The table of handlers as CSV. Pure.
namespace policycalc::desk {

/// The entries that the seat may change, and one line without an account for each measure and unit
/// that has no entry for every county.
tables::Table handlerTable(const catalogue::Catalogue& catalogue,
                           const std::vector<store::HandlerAssignment>& named,
                           const std::vector<store::StaffMember>& staff, const Seat& seat);

/// Reads a table of these columns in any order; names of measures, units and people are for people
/// only. Each line names the handler of a place; without an account it removes the entry. Reports
/// the faults of all lines, each at `/csv` with its line: `wrong_value` for text that is no CSV, a
/// missing column, an unknown measure, unit, county or account, an account that cannot handle the
/// measure there, a place that is named twice or that the seat may not decide about.
base::Result<std::vector<store::HandlerAssignment>, base::Issues> readHandlerTable(
    std::string_view csv, const catalogue::Catalogue& catalogue,
    const std::vector<store::StaffMember>& staff, const Seat& seat);

}  // namespace policycalc::desk

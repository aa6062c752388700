#pragma once

#include <vector>

#include "policycalc/desk/desk.h"
#include "policycalc/tables/table.h"

#include "desk/cases/case_book.h"

namespace policycalc::desk {

/// The cases as a spreadsheet shows them, in their order.
tables::Table tableOf(const std::vector<SeenCase>& cases, const Services& services);

}  // namespace policycalc::desk

#pragma once

#include <vector>

#include "policycalc/desk/desk.h"
#include "policycalc/tables/table.h"

#include "desk/matters/matter_book.h"

namespace policycalc::desk {

/// The matters as rows of a spreadsheet, in their order.
tables::Table tableOf(const std::vector<MatterToday>& matters, const MatterBook& book);

}  // namespace policycalc::desk

#pragma once

#include <vector>

#include "policycalc/desk/desk.h"
#include "policycalc/tables/table.h"

#include "desk/matters/matter_book.h"

namespace policycalc::desk {

/// The matters as a spreadsheet shows them, in their order.
tables::Table tableOf(const std::vector<SeenMatter>& matters, const Services& services);

}  // namespace policycalc::desk

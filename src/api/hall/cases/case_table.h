#pragma once

#include <vector>

#include "policycalc/api/routes.h"
#include "policycalc/tables/table.h"

#include "api/hall/cases/case_book.h"

namespace policycalc::api {

/// The cases as a spreadsheet shows them, in their order.
tables::Table tableOf(const std::vector<SeenCase>& cases, const Services& services);

}  // namespace policycalc::api

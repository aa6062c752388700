#pragma once

#include "policycalc/desk/desk.h"
#include "policycalc/tables/table.h"

#include "desk/matters/matter_book.h"

namespace policycalc::desk {

/// The matters that the query finds as rows of a spreadsheet, in their order. They are taken one by
/// one from the same query as the list, however many there are.
tables::Table tableOf(const store::MatterQuery& query, const MatterBook& book);

}  // namespace policycalc::desk

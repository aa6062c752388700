#pragma once

#include <string_view>

#include "policycalc/store/matter_query.h"

#include "desk/matters/matter_book.h"

namespace policycalc::desk {

/// What a text in the search box may mean: a reference, a whole credit code, a part of a firm's
/// name or of a measure's title (of two characters or more), the id of a measure. One search tries
/// them all.
store::MatterSearch searchFor(std::string_view typed, const MatterBook& book);

}  // namespace policycalc::desk

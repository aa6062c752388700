#pragma once

#include <string_view>

namespace policycalc::hall {

/// Whether `text` can stand for one of the staff in a line of a page, a slip or a table: 1 to 80
/// code points of UTF-8, none of them unseen (a name must not be made to look like a colleague's),
/// no blank at either end.
bool isStaffName(std::string_view text);

}  // namespace policycalc::hall

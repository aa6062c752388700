#pragma once

#include <cstddef>
#include <string_view>

namespace policycalc::desk {

/// Whether `text` is one line that looks as what it is: 1 to `most` code points of UTF-8, none of
/// them unseen, no blank at either end.
bool isLine(std::string_view text, std::size_t most);

/// Whether `text` can stand for one of the staff in a line of a page, a slip or a table: a
/// line of at most 80 code points (a name must not be made to look like a colleague's).
bool isStaffName(std::string_view text);

}  // namespace policycalc::desk

#pragma once

#include <cstddef>
#include <string_view>

namespace policycalc::desk {

/// Whether `text` is a single printable line: 1 to `most` code points of UTF-8, all of them
/// visible, without leading or trailing blanks.
bool isLine(std::string_view text, std::size_t most);

/// Whether `text` can name a member of the staff on a page, a slip or in a table: a line of at most
/// 80 code points. Unseen characters could make a name look like a colleague's.
bool isStaffName(std::string_view text);

}  // namespace policycalc::desk

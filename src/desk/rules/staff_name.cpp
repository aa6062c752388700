#include "policycalc/desk/rules/staff_name.h"

#include <algorithm>
#include <array>

#include "policycalc/base/unicode.h"

namespace policycalc::desk {
namespace {

constexpr std::size_t kMostCharacters = 80;

}  // namespace

bool isLine(std::string_view text, std::size_t most) {
  bool ends_in_blank = true;
  std::size_t count = 0;
  while (!text.empty()) {
    const base::CodePoint first = base::firstCodePoint(text);
    if (first.bytes == 0 || base::isUnseen(first.point)) return false;
    ends_in_blank = base::isSpace(first.point);
    if (count == 0 && ends_in_blank) return false;
    ++count;
    text.remove_prefix(first.bytes);
  }
  return count <= most && !ends_in_blank;
}

bool isStaffName(std::string_view text) {
  // What pages and papers print for the service itself and for whoever is at the window.
  static constexpr std::array<std::string_view, 2> kTaken{"系统", "窗口"};
  const bool is_taken = std::find(kTaken.begin(), kTaken.end(), text) != kTaken.end();
  return !is_taken && isLine(text, kMostCharacters);
}

}  // namespace policycalc::desk

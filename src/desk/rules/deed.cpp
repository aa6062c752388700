#include "policycalc/desk/rules/deed.h"

namespace policycalc::desk {
namespace {

// In the order of kDeeds.
constexpr std::array<std::string_view, kDeeds.size()> kNames{"attempted", "told",     "awaited",
                                                             "resumed",   "reminded", "read"};
static_assert(static_cast<std::size_t>(Deed::kRead) + 1 == kNames.size());

}  // namespace

std::string_view nameOf(Deed deed) {
  return kNames[static_cast<std::size_t>(deed)];
}

std::optional<Deed> deedNamed(std::string_view name) {
  for (const Deed deed : kDeeds) {
    if (nameOf(deed) == name) return deed;
  }
  return std::nullopt;
}

}  // namespace policycalc::desk

#include "policycalc/desk/rules/authorisation_way.h"

namespace policycalc::desk {
namespace {

// In the order of kAuthorisationWays.
constexpr std::array<std::string_view, kAuthorisationWays.size()> kNames{"paper", "screen", "code"};
static_assert(static_cast<std::size_t>(AuthorisationWay::kCode) + 1 == kNames.size());

}  // namespace

std::string_view nameOf(AuthorisationWay way) {
  return kNames[static_cast<std::size_t>(way)];
}

std::optional<AuthorisationWay> authorisationWayNamed(std::string_view name) {
  for (const AuthorisationWay way : kAuthorisationWays) {
    if (nameOf(way) == name) return way;
  }
  return std::nullopt;
}

}  // namespace policycalc::desk

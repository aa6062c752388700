#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace policycalc::desk {

/// How an applicant gave an authorisation.
enum class AuthorisationWay : std::uint8_t {
  kPaper,   ///< signed on paper at the window
  kScreen,  ///< agreed to on the window's screen
  kCode,    ///< showed the code of a saved profile, whose owner agrees that staff may help
};

inline constexpr std::array kAuthorisationWays{AuthorisationWay::kPaper, AuthorisationWay::kScreen,
                                               AuthorisationWay::kCode};

/// As stored and sent: `paper`, `screen`, `code`.
std::string_view nameOf(AuthorisationWay way);
/// Exactly as nameOf() spells it; nothing for any other text.
std::optional<AuthorisationWay> authorisationWayNamed(std::string_view name);

}  // namespace policycalc::desk

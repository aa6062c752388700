#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace policycalc::desk {

/// What a member of the staff did about a matter without moving it.
enum class Deed : std::uint8_t {
  kAttempted,  ///< tried to reach the company, in vain
  kTold,       ///< told the company how the matter ended
};

inline constexpr std::array kDeeds{Deed::kAttempted, Deed::kTold};

/// As stored and sent: `attempted`, `told`.
std::string_view nameOf(Deed deed);
/// The deed that nameOf() spells exactly so; nothing for any other text.
std::optional<Deed> deedNamed(std::string_view name);

}  // namespace policycalc::desk

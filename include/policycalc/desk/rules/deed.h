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
  kAwaited,    ///< let it wait for the company to complete its papers
  kResumed,    ///< went on with it after that; the service does so by itself after the last day
  kReminded,   ///< reminded the person who has to act
  kRead,       ///< read what a new catalogue changes in its measure
};

inline constexpr std::array kDeeds{Deed::kAttempted, Deed::kTold,     Deed::kAwaited,
                                   Deed::kResumed,   Deed::kReminded, Deed::kRead};

/// As stored and sent: `attempted`, `told`, `awaited`, `resumed`, `reminded`, `read`.
std::string_view nameOf(Deed deed);
/// The deed that nameOf() spells exactly so; nothing for any other text.
std::optional<Deed> deedNamed(std::string_view name);

}  // namespace policycalc::desk

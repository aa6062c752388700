#pragma once

#include <array>
#include <string_view>

namespace policycalc::desk {

/// The numbers of the texts that applicants have agreed to, the present one last. A text has its
/// number printed on it; the pages hold the words of the present one. A change of its sense needs
/// another number here and in the pages.
inline constexpr std::array<std::string_view, 1> kAuthorisationTexts{"SQ-2026-1"};

/// Whether there is or was a text of that number.
constexpr bool isAuthorisationText(std::string_view number) {
  for (const std::string_view each : kAuthorisationTexts) {
    if (each == number) return true;
  }
  return false;
}

}  // namespace policycalc::desk

#include "engine/verdict.h"

namespace policycalc::engine {

std::string_view toString(Verdict verdict) {
  constexpr std::string_view kNames[] = {"eligible",     "conditional",    "undetermined",
                                         "not_eligible", "not_applicable", "not_in_force"};
  return kNames[static_cast<std::size_t>(verdict)];
}

std::optional<Verdict> parseVerdict(std::string_view text) {
  for (std::size_t i = 0; i < kVerdicts; ++i) {
    if (toString(static_cast<Verdict>(i)) == text) return static_cast<Verdict>(i);
  }
  return {};
}

}  // namespace policycalc::engine

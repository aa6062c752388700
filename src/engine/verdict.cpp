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

bool isClosed(const catalogue::Clause& measure, const catalogue::Catalogue& catalogue,
              const facts::Knowledge& knowledge) {
  using facts::Registration;
  if (knowledge.registration == Registration::kDeregistered) return true;
  if (knowledge.registration != Registration::kRevoked) return false;
  const facts::FactIndex status = catalogue.vocabulary().known().registration_status;
  const bool right = measure.kind == catalogue::Kind::kRight;
  return !right && !measure.for_status.hasAny(knowledge.facts[status].options);
}

}  // namespace policycalc::engine

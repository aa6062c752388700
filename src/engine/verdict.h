#pragma once

#include "policycalc/criteria/truth.h"
#include "policycalc/engine/match.h"

namespace policycalc::engine {

/// Whether the company is registered in the city: its district is not `outside` (design §4, scope).
criteria::Truth registeredInCity(const catalogue::Catalogue& catalogue,
                                 const facts::Knowledge& knowledge);

/// What a verdict rests on.
struct VerdictInput {
  bool deregistered = false;
  bool in_force = true;
  criteria::Truth concerns = criteria::Truth::kMet;  ///< scope and applies_when
  criteria::Truth meets = criteria::Truth::kMet;     ///< requires
  bool judged = false;
};

/// The first that holds in the table of design §5; a deregistered company is concerned by nothing.
inline Verdict decideVerdict(const VerdictInput& input) {
  using criteria::Truth;
  if (input.deregistered) return Verdict::kNotApplicable;
  if (!input.in_force) return Verdict::kNotInForce;
  if (input.concerns == Truth::kNotMet) return Verdict::kNotApplicable;
  if (input.meets == Truth::kNotMet) return Verdict::kNotEligible;
  if (input.concerns == Truth::kUnknown || input.meets == Truth::kUnknown) {
    return Verdict::kUndetermined;
  }
  return input.judged ? Verdict::kConditional : Verdict::kEligible;
}

}  // namespace policycalc::engine

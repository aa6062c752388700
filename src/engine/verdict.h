#pragma once

#include "policycalc/criteria/truth.h"
#include "policycalc/engine/match.h"

namespace policycalc::engine {

/// The inputs of a verdict.
struct VerdictInput {
  bool closed = false;  ///< by the state of registration: see Rule::closed_if_revoked
  bool in_force = true;
  criteria::Truth concerns = criteria::Truth::kMet;  ///< scope and applies_when
  criteria::Truth meets = criteria::Truth::kMet;     ///< requires
  bool judged = false;
};

/// The first row that holds in the table of `policies/README.md`, "Verdicts".
constexpr Verdict decideVerdict(const VerdictInput& input) {
  using criteria::Truth;
  if (input.closed) return Verdict::kNotApplicable;
  if (!input.in_force) return Verdict::kNotInForce;
  if (input.concerns == Truth::kNotMet) return Verdict::kNotApplicable;
  if (input.meets == Truth::kNotMet) return Verdict::kNotEligible;
  if (input.concerns == Truth::kUnknown || input.meets == Truth::kUnknown) {
    return Verdict::kUndetermined;
  }
  return input.judged ? Verdict::kConditional : Verdict::kEligible;
}

}  // namespace policycalc::engine

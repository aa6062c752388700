#pragma once

#include "policycalc/criteria/truth.h"
#include "policycalc/engine/match.h"

namespace policycalc::engine {

/// Whether the state of registration closes a measure. A deregistered company loses all measures; a
/// company with a revoked licence keeps rights and the measures made for that state.
bool isClosed(const catalogue::Clause& measure, const catalogue::Catalogue& catalogue,
              const facts::Knowledge& knowledge);

/// The inputs of a verdict.
struct VerdictInput {
  bool closed = false;  ///< see isClosed()
  bool in_force = true;
  criteria::Truth concerns = criteria::Truth::kMet;  ///< scope and applies_when
  criteria::Truth meets = criteria::Truth::kMet;     ///< requires
  bool judged = false;
};

/// The first row that holds in the table of `policies/README.md`, "Verdicts".
inline Verdict decideVerdict(const VerdictInput& input) {
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

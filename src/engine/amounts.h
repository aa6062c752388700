#pragma once

#include "policycalc/criteria/wording.h"
#include "policycalc/engine/match.h"

namespace policycalc::engine {

/// Sets the amount of a benefit under this verdict, but neither its formula nor whether it is paid.
void setAmount(const catalogue::Amount& amount, Verdict verdict, const Edition& edition,
               const facts::Knowledge& knowledge, AmountAnswer& answer);

/// False if setAmount() sets the same for every verdict and all knowledge.
bool dependsOnProfile(const catalogue::Amount& amount);

/// Writes how a computed amount is worked out, in words with figures; "" if it is not computed.
/// `wording` is that of the amount's value.
void writeFormula(const catalogue::Amount& amount, const criteria::Wording& wording,
                  const facts::Knowledge& knowledge, AmountAnswer& answer);

}  // namespace policycalc::engine

#pragma once

#include "policycalc/engine/match.h"

namespace policycalc::engine {

/// Sets the amount of a benefit under this verdict, but neither its formula nor whether it is paid.
void setAmount(const catalogue::Amount& amount, Verdict verdict, const Edition& edition,
               const facts::Knowledge& knowledge, AmountAnswer& answer);

/// How a computed amount comes about, in words with figures; "" for others.
std::string formulaOf(const catalogue::Amount& amount, const AmountAnswer& answer,
                      const Edition& edition, const facts::Knowledge& knowledge);

}  // namespace policycalc::engine

#pragma once

#include <cstdint>
#include <random>

#include "policycalc/catalogue/catalogue.h"
#include "policycalc/facts/profile.h"

namespace policycalc::test {

using Random = std::mt19937_64;

inline std::uint64_t below(Random& random, std::uint64_t bound) {
  return random() % bound;
}

/// A profile in which every fact is known that the company can have, and none contradicts another:
/// the owner fits the type, the industry its code and the size its figures. The state of its
/// registration is none of turningStates().
facts::Profile consistentProfile(const catalogue::Catalogue& catalogue, Random& random);

/// What follows from the type of the entity, which must be known.
const facts::EntityType& typeOf(const catalogue::Catalogue& catalogue,
                                const facts::Profile& profile);

/// The states of registration that alone may turn a decided verdict round (rulings R1.1).
facts::OptionSet turningStates(const facts::Vocabulary& vocabulary);

}  // namespace policycalc::test

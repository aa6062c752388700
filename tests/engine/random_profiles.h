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

/// A profile with every fact that the company can have, without contradictions: the owner fits the
/// type, the industry its code and the size its figures. The state of registration is not one of
/// turningStates().
facts::Profile consistentProfile(const catalogue::Catalogue& catalogue, Random& random);

/// What the type of the entity, which must be known, decides.
const facts::EntityType& typeOf(const catalogue::Catalogue& catalogue,
                                const facts::Profile& profile);

/// The states of registration that may change a decided verdict.
facts::OptionSet turningStates(const facts::Vocabulary& vocabulary);

}  // namespace policycalc::test

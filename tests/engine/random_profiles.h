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

/// A profile in which every fact is known and none contradicts another: the owner fits the type,
/// the industry its code and the size its figures. Never deregistered.
facts::Profile consistentProfile(const catalogue::Catalogue& catalogue, Random& random);

/// True for a body that is no enterprise and so has no size.
bool hasNoSize(const catalogue::Catalogue& catalogue, const facts::Profile& profile);

}  // namespace policycalc::test

#pragma once

#include <memory>
#include <vector>

#include "policycalc/catalogue/catalogue.h"
#include "policycalc/facts/profile.h"

namespace policycalc::bench {

/// A made catalogue of so many measures, whose random trees share a few comparisons. The same on
/// every machine.
std::shared_ptr<const catalogue::Catalogue> madeRules(std::size_t measures);

/// Random profiles for it.
std::vector<facts::Profile> madeProfiles(const catalogue::Catalogue& catalogue, std::size_t count);

}  // namespace policycalc::bench

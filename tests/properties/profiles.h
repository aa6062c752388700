#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "policycalc/catalogue/catalogue.h"
#include "policycalc/facts/profile.h"

#include "engine/random_profiles.h"

namespace policycalc::test {

/// Seeded random profiles of a catalogue, with figures at, just below and just above the thresholds
/// of its measures and of the size standard.
class ProfileSource {
 public:
  ProfileSource(std::shared_ptr<const catalogue::Catalogue> catalogue, std::uint64_t seed);

  /// Has every fact that the company can have, without contradictions: see consistentProfile().
  facts::Profile complete();
  /// The same after forgetting each fact with a probability that is drawn for each profile.
  facts::Profile partial();
  /// Each fact independently: known or not, contradictory or not, sometimes deregistered.
  facts::Profile careless();
  /// A value that the fact may take.
  facts::Given valueOf(facts::FactIndex fact);
  /// Representative values: each option, for a list also none and all, figures around some of the
  /// thresholds, texts that decide something.
  std::vector<facts::Given> valuesOf(facts::FactIndex fact);
  /// A day on, before or after one of the catalogue's boundaries, or between two.
  base::Date day();

  Random& random() { return random_; }

 private:
  void forget(facts::Profile& profile);
  void matchRatios(facts::Profile& profile);
  std::int64_t near(facts::FactIndex fact);

  std::shared_ptr<const catalogue::Catalogue> catalogue_;
  Random random_;
  std::map<facts::FactIndex, std::vector<std::int64_t>> thresholds_;
};

/// The profile as JSON, as in a request.
std::string jsonOf(const facts::Profile& profile, const facts::Vocabulary& vocabulary);

}  // namespace policycalc::test

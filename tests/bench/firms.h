#pragma once

#include <string>
#include <vector>

#include "policycalc/catalogue/catalogue.h"
#include "policycalc/facts/profile.h"

namespace policycalc::bench {

/// The day for which all but the stories ask.
constexpr const char* kFirmDay = "2026-11-29";

/// A company with all its answers.
struct Firm {
  std::string name;
  base::Date as_of;
  facts::Profile profile;
};

/// The companies of `tests/bench/firms.json`; what they do not mention they do not do.
std::vector<Firm> namedFirms(const catalogue::Catalogue& catalogue);

/// The companies of `policies/stories`, with exactly their answers.
std::vector<Firm> storyFirms(const catalogue::Catalogue& catalogue);

/// `count` companies as a city's register has them: mostly individual businesses and small private
/// companies. The same seed gives the same companies on every machine.
std::vector<Firm> seededFirms(const catalogue::Catalogue& catalogue, std::size_t count,
                              unsigned seed);

/// Gives to every question that a list of ticks answers by leaving it out that answer, if the
/// profile has none.
void sayNoElsewhere(const catalogue::Catalogue& catalogue, facts::Profile& profile);

}  // namespace policycalc::bench

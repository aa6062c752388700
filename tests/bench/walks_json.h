#pragma once

#include <memory>
#include <string>
#include <vector>

#include "policycalc/catalogue/catalogue.h"

#include "bench/firms.h"

namespace policycalc::bench {

/// The companies of one name in the table of the benchmark.
struct FirmGroup {
  std::string name;
  std::vector<Firm> firms;
};

/// A JSON array with each company: its profile and day, the ids of the measures that are useful by
/// its whole profile, and its walk through the screens.
std::string writeWalks(const std::shared_ptr<const catalogue::Catalogue>& catalogue,
                       const std::vector<FirmGroup>& groups);

}  // namespace policycalc::bench

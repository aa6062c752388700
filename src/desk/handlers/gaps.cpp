#include "desk/handlers/gaps.h"

#include <set>
#include <tuple>
#include <utility>

namespace policycalc::desk {

std::vector<Gap> gapsIn(const catalogue::Catalogue& catalogue,
                        const std::vector<store::HandlerAssignment>& named,
                        const std::vector<std::string>& counties) {
  std::set<std::tuple<std::string, std::string, std::string>> filled;
  for (const store::HandlerAssignment& each : named) {
    filled.emplace(each.measure, each.unit, each.county);
  }
  std::vector<Gap> gaps;
  for (const catalogue::Clause* measure : catalogue.measures()) {
    for (const catalogue::ResponsibleUnit& responsible : measure->units) {
      const catalogue::Unit& unit = catalogue.registry().units()[responsible.unit];
      // An entry with an empty county fills every county.
      if (filled.count({measure->id, unit.id, std::string()}) != 0) continue;
      Gap gap{.measure = measure, .unit = &unit, .counties = {}};
      for (const std::string& county : counties) {
        if (filled.count({measure->id, unit.id, county}) == 0) gap.counties.push_back(county);
      }
      if (!gap.counties.empty()) gaps.push_back(std::move(gap));
    }
  }
  return gaps;
}

}  // namespace policycalc::desk

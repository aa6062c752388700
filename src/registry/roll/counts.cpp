#include <algorithm>
#include <numeric>

#include "policycalc/registry/roll.h"

namespace policycalc::registry {
namespace {

constexpr std::array<std::string_view, kStandings> kNames{"eligible", "conditional",
                                                          "one_fact_short", "entity_type_unknown"};

void addTo(RollCounts::ByStanding& sum, const RollCounts::ByStanding& more) {
  for (std::size_t i = 0; i < kStandings; ++i) sum[i] += more[i];
}

}  // namespace

std::string_view toString(Standing standing) {
  return kNames[static_cast<std::size_t>(standing)];
}

std::optional<Standing> parseStanding(std::string_view text) {
  const auto* const found = std::find(kNames.begin(), kNames.end(), text);
  if (found == kNames.end()) return std::nullopt;
  return static_cast<Standing>(found - kNames.begin());
}

std::uint64_t RollCounts::listed() const {
  return std::accumulate(all.begin(), all.end(), std::uint64_t{0});
}

void RollCounts::add(const RollCounts& more) {
  addTo(all, more.all);
  for (const auto& [county, counts] : more.by_county) addTo(by_county[county], counts);
  for (const auto& [size, counts] : more.by_size) addTo(by_size[size], counts);
  for (const auto& [fact, count] : more.by_fact) by_fact[fact] += count;
  added += more.added;
  changed += more.changed;
  gone += more.gone;
  without_id += more.without_id;
}

}  // namespace policycalc::registry

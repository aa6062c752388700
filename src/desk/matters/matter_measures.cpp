#include "desk/matters/matter_measures.h"

#include <algorithm>
#include <set>
#include <string>
#include <utility>

namespace policycalc::desk {
namespace {

using catalogue::Change;
using catalogue::Subject;

/// A new telephone number or a clearer question is no news for a matter.
bool isNews(const Change& change) {
  return change.affects != catalogue::Affects::kText || change.subject == Subject::kMeasure ||
         change.subject == Subject::kItem || change.subject == Subject::kDocument;
}

std::vector<Change> changesOf(const std::string& catalogue, const std::string& measure,
                              const Services& services) {
  const auto now = services.catalogues.current();
  if (catalogue == now->hash()) return {};
  const auto before = services.catalogues.find(catalogue);
  if (!before) return {};
  std::vector<Change> found;
  for (const Change& change : *services.catalogues.changes(*before, *now, services.today())) {
    const auto& measures = change.measures;
    const bool is_about = change.id == measure ||
                          std::find(measures.begin(), measures.end(), measure) != measures.end();
    if (is_about && isNews(change)) found.push_back(change);
  }
  return found;
}

}  // namespace

std::vector<Change> measureChanges(const store::Matter& matter, const Services& services) {
  return changesOf(matter.catalogue, matter.measure, services);
}

void markMovedMeasures(const Services& services) {
  std::set<std::pair<std::string, std::string>> moved;
  for (const auto& [catalogue, measure] : services.store.matters().openMeasures()) {
    if (!changesOf(catalogue, measure, services).empty()) moved.emplace(catalogue, measure);
  }
  services.store.matters().markMovedMeasures(
      [&](const std::string& catalogue, const std::string& measure) {
        return moved.count({catalogue, measure}) != 0;
      });
}

}  // namespace policycalc::desk

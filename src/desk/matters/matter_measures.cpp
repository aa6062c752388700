#include "desk/matters/matter_measures.h"

#include <algorithm>
#include <set>
#include <string>
#include <utility>

#include "policycalc/desk/rules/measure_end.h"

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

/// The measure, if it is over and its window has not read that.
const catalogue::Clause* endedUnread(const catalogue::Catalogue& catalogue,
                                     const store::Matters::KnownMeasure& known, base::Date today) {
  const catalogue::Clause* clause = catalogue.find(known.measure);
  if (clause == nullptr || !clause->valid.to) return nullptr;
  return endIsNews(*clause->valid.to, base::dayInChina(known.at), today) ? clause : nullptr;
}

Change endOf(const catalogue::Clause& clause) {
  const std::string last = clause.valid.to->toString();
  Change change;
  change.subject = Subject::kMeasure;
  change.id = clause.id;
  change.title = clause.title;
  change.field = "valid";
  change.before = "有效期到 " + last;
  change.after = "已经到期，" + last + " 是最后一天";
  change.affects = catalogue::Affects::kVerdict;
  change.measures = {clause.id};
  return change;
}

store::Matters::KnownMeasure knownMeasureOf(const store::MatterFile& file) {
  const store::Matter& matter = file.matter;
  store::Matters::KnownMeasure known{matter.catalogue, matter.measure, matter.opened_at};
  for (const store::MatterDeed& deed : file.deeds) {
    if (deed.deed == Deed::kRead) known.at = std::max(known.at, deed.at);
  }
  return known;
}

}  // namespace

std::vector<Change> measureChanges(const store::MatterFile& file, const Services& services) {
  const store::Matters::KnownMeasure known = knownMeasureOf(file);
  std::vector<Change> changes = changesOf(known.catalogue, known.measure, services);
  const auto catalogue = services.catalogues.current();
  if (const auto* ended = endedUnread(*catalogue, known, services.today())) {
    changes.push_back(endOf(*ended));
  }
  return changes;
}

void markMovedMeasures(const Services& services) {
  std::set<std::pair<std::string, std::string>> moved;
  for (const auto& [catalogue, measure] : services.store.matters().openMeasures()) {
    if (!changesOf(catalogue, measure, services).empty()) moved.emplace(catalogue, measure);
  }
  const auto current = services.catalogues.current();
  const base::Date today = services.today();
  services.store.matters().markMovedMeasures([&](const store::Matters::KnownMeasure& known) {
    return moved.count({known.catalogue, known.measure}) != 0 ||
           endedUnread(*current, known, today) != nullptr;
  });
}

}  // namespace policycalc::desk

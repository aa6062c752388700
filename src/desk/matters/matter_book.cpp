#include "desk/matters/matter_book.h"

#include <algorithm>
#include <unordered_set>
#include <utility>

namespace policycalc::desk {
namespace {

using store::Matter;

bool pressesMore(const SeenMatter& a, const SeenMatter& b) {
  if (comesFirst(a.standing, b.standing)) return true;
  if (comesFirst(b.standing, a.standing)) return false;
  return a.what.reference < b.what.reference;
}

void count(MatterCounts& counts, const SeenMatter& seen) {
  if (!seen.isOpen()) return;
  counts.unassigned += seen.isUnassigned() ? 1 : 0;
  switch (seen.standing.urgency) {
    case Urgency::kOverdue:
      ++counts.overdue;
      break;
    case Urgency::kDueSoon:
      ++counts.due_soon;
      break;
    case Urgency::kCalm:
      ++counts.calm;
      break;
  }
}

}  // namespace

bool SeenMatter::isUnassigned() const {
  return what.handler_id == 0 &&
         (state == MatterState::kHandedOver || state == MatterState::kInProgress);
}

MatterPlace placeOf(const Matter& what) {
  return {.county = what.county,
          .unit = what.unit,
          .handler_id = what.handler_id,
          .handed_over = what.handed_over};
}

SeenMatter MatterBook::seen(Matter what) const {
  SeenMatter seen;
  // The store knows no other state than these.
  seen.state = matterStateNamed(what.state).value_or(MatterState::kReceived);
  const base::Date since(
      std::chrono::floor<std::chrono::days>(what.state_since + base::kChinaOffset));
  seen.standing = services_.deadlines.standing(seen.state, since, services_.today());
  seen.what = std::move(what);
  return seen;
}

std::vector<Matter> MatterBook::read(const store::MatterQuery& query) const {
  std::vector<Matter> matters = services_.store.matters().list(query);
  const auto now = services_.now();
  std::unordered_set<std::int64_t> in_force;
  for (const store::Applicant& each : services_.store.applicants().list(query.county, now)) {
    in_force.insert(each.id);
  }
  const bool all = std::all_of(matters.begin(), matters.end(), [&](const Matter& each) {
    return each.erased || in_force.count(each.applicant_id) != 0;
  });
  if (all) return matters;
  services_.store.applicants().endOver(now);
  return services_.store.matters().list(query);
}

MatterList MatterBook::list(const Seat& seat, MatterFilter filter, std::size_t most) const {
  MatterList list;
  narrow(filter, seat);
  if (filter.finds_nothing) return list;
  filter.query.most = most + 1;
  std::vector<Matter> found = read(filter.query);
  list.more = found.size() > most;
  if (list.more) found.resize(most);
  for (Matter& what : found) {
    if (!sees(seat, placeOf(what))) continue;
    SeenMatter one = seen(std::move(what));
    count(list.counts, one);
    const bool is_due = !filter.due || (one.isOpen() && one.standing.urgency == *filter.due);
    const bool is_free = !filter.unassigned || one.isUnassigned();
    if (is_due && is_free) list.matters.push_back(std::move(one));
  }
  std::sort(list.matters.begin(), list.matters.end(), pressesMore);
  return list;
}

std::optional<store::MatterFile> MatterBook::find(const Seat& seat, std::int64_t id) const {
  auto file = services_.store.matters().find(id);
  if (!file || !sees(seat, placeOf(file->what))) return std::nullopt;
  const auto now = services_.now();
  if (file->what.erased || services_.store.applicants().find(file->what.applicant_id, now)) {
    return file;
  }
  services_.store.applicants().endOver(now);
  return services_.store.matters().find(id);
}

}  // namespace policycalc::desk

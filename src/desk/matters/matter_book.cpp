#include "desk/matters/matter_book.h"

#include <algorithm>
#include <utility>

namespace policycalc::desk {
namespace {

using store::Matter;

bool pressesMore(const MatterToday& a, const MatterToday& b) {
  if (comesFirst(a.standing, b.standing)) return true;
  if (comesFirst(b.standing, a.standing)) return false;
  return a.matter.reference < b.matter.reference;
}

void count(QueueCounts& counts, const MatterToday& seen) {
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

MatterPlace placeOf(const Matter& matter) {
  return {.county = matter.county,
          .unit = matter.unit,
          .handler_id = matter.handler_id,
          .handed_over = matter.handed_over};
}

MatterToday MatterBook::today(Matter matter) const {
  const base::Date since = base::dayInChina(matter.state_since);
  const Standing standing = services_.deadlines.standing(matter.state, since, services_.today());
  return {std::move(matter), since, standing};
}

Queue MatterBook::list(const Seat& seat, MatterFilter filter, std::size_t most) const {
  Queue queue;
  narrow(filter, seat);
  if (filter.finds_nothing) return queue;
  filter.query.most = most + 1;
  std::vector<Matter> found = services_.store.matters().list(filter.query, services_.now());
  queue.more = found.size() > most;
  if (queue.more) found.resize(most);
  for (Matter& matter : found) {
    if (!sees(seat, placeOf(matter))) continue;
    MatterToday one = today(std::move(matter));
    count(queue.counts, one);
    const bool is_due = !filter.due || (one.isOpen() && one.standing.urgency == *filter.due);
    const bool is_free = !filter.unassigned || one.isUnassigned();
    if (is_due && is_free) queue.matters.push_back(std::move(one));
  }
  std::sort(queue.matters.begin(), queue.matters.end(), pressesMore);
  return queue;
}

std::optional<store::MatterFile> MatterBook::find(const Seat& seat, std::int64_t id) const {
  auto file = services_.store.matters().find(id, services_.now());
  if (!file || !sees(seat, placeOf(file->matter))) return std::nullopt;
  return file;
}

}  // namespace policycalc::desk

#include "desk/matters/matter_book.h"

#include <utility>

namespace policycalc::desk {

using store::Matter;

MatterPlace placeOf(const Matter& matter) {
  return {.county = matter.county,
          .unit = matter.unit,
          .handler_id = matter.handler_can ? matter.handler_id : 0,
          .handed_over = matter.handed_over};
}

MatterToday MatterBook::today(Matter matter) const {
  const base::Date since = base::dayInChina(matter.state_since);
  const Standing standing =
      services_.deadlines.standing(matter.state, since, services_.today(), matter.rested);
  const base::Date last = desk::isOpen(matter.state) ? services_.today() : since;
  const std::int64_t age = services_.deadlines.workdays()
                               .workdaysBetween(base::dayInChina(matter.opened_at), last)
                               .workdays;
  return {std::move(matter), since, standing, age};
}

store::MatterQuery MatterBook::queryOf(const Seat& seat, const MatterFilter& filter) const {
  store::MatterQuery query = filter.query;
  query.seat = seat;
  query.permit_horizon = permitHorizon();
  return query;
}

std::chrono::sys_seconds MatterBook::permitHorizon() const {
  const Deadlines& deadlines = services_.deadlines;
  const int first = deadlines.permissionWarnings().front();
  return base::beginInChina(deadlines.workdays().addWorkdays(services_.today(), first).day.next());
}

std::optional<store::MatterFile> MatterBook::find(const Seat& seat, std::int64_t id) const {
  auto file = services_.store.matters().find(id, services_.now());
  if (!file || !sees(seat, placeOf(file->matter))) return std::nullopt;
  return file;
}

std::int64_t MatterBook::standInFor(std::int64_t staff_id) const {
  if (!substitutes_) {
    substitutes_.emplace();
    const base::Date day = services_.today();
    for (const store::Absence& absence : services_.store.absences().list(day)) {
      if (absence.includes(day)) substitutes_->emplace(absence.staff_id, absence.substitute_id);
    }
  }
  std::int64_t acting = 0;
  // No longer than there are absences, should they ever lead round in a circle.
  auto next = substitutes_->find(staff_id);
  for (std::size_t i = 0; i < substitutes_->size() && next != substitutes_->end(); ++i) {
    acting = next->second;
    next = substitutes_->find(acting);
  }
  return acting;
}

}  // namespace policycalc::desk

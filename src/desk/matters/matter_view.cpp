#include "desk/matters/matter_view.h"

#include <utility>

#include "policycalc/desk/rules/ending.h"
#include "policycalc/desk/rules/permission.h"
#include "policycalc/desk/rules/reopening.h"
#include "policycalc/desk/rules/sight.h"
#include "policycalc/http/decorators.h"

#include "desk/matters/matter_handlers.h"
#include "desk/staff/staff_ref.h"

namespace policycalc::desk {

using store::Matter;

MatterView viewOf(store::MatterFile file, const Services& services) {
  MatterView view;
  view.file = std::move(file);
  const Matter& matter = view.file.matter;
  if (!matter.erased) {
    view.applicant = services.store.applicants().find(matter.applicant_id, services.now());
  }
  if (view.applicant && !view.applicant->authorisation.for_matters) view.applicant.reset();
  view.staff = services.store.staff().list();
  if (isOpen(matter.state)) {
    view.named_handler = namedFor(matter, services.store);
  }
  return view;
}

MatterView viewOf(store::MatterFile file, store::Applicant applicant, ApplicantRecord record,
                  const Services& services) {
  MatterView view{.file = std::move(file),
                  .applicant = std::move(applicant),
                  .record = std::move(record),
                  .staff = services.store.staff().list()};
  view.named_handler = namedFor(view.file.matter, services.store);
  return view;
}

bool hasTriedEnough(const store::MatterFile& file, const Workdays& workdays) {
  std::vector<base::Date> days;
  for (const store::MatterDeed& deed : file.deeds) {
    if (deed.deed == Deed::kAttempted) days.push_back(base::dayInChina(deed.at));
  }
  return triedEnough(days, workdays);
}

bool mayUndo(const store::MatterFile& file, const Seat& seat, std::chrono::sys_seconds now) {
  const auto before = beforeEnd(file);
  return before && file.matter.to_tell &&
         mayUndo(seat, {file.matter.state, before->ended_by, before->ended_at}, now);
}

bool mayReopen(const store::MatterFile& file, const Seat& seat) {
  return !file.matter.erased && beforeEnd(file) && mayReopen(seat, file.matter.state);
}

bool isOfWindow(const Matter& matter, const Seat& seat) {
  return may(seat.role, Permission::kAssist) && seesApplicantsOf(seat, matter.county);
}

bool mayMakeQueryCode(const Matter& matter, const Seat& seat) {
  return !matter.erased && isOfWindow(matter, seat);
}

std::string etagOf(const MatterView& view, const Seat& seat, const MatterBook& book) {
  const Matter& matter = view.file.matter;
  std::string parts = "matter " + book.services().etag_salt;
  const auto add = [&parts](std::string_view part) { parts.append(" ").append(part); };
  const auto number = [&add](std::int64_t value) { add(std::to_string(value)); };
  number(matter.id);
  number(matter.revision);
  number(matter.erased ? 1 : 0);
  number(matter.measure_moved ? 1 : 0);
  // Notes and attempts do not change the revision.
  number(static_cast<std::int64_t>(view.file.notes.size()));
  number(static_cast<std::int64_t>(view.file.deeds.size()));
  for (const store::MatterDeed& deed : view.file.deeds)
    number(deed.seen_at.time_since_epoch().count());
  number(view.file.rating ? 1 : 0);
  number(view.file.query_code_at ? view.file.query_code_at->time_since_epoch().count() : 0);
  // The name is shown even where the authorisation covers no matters and nothing else is.
  add(matter.sealed_name);
  number(mayUndo(view.file, seat, book.services().now()) ? 1 : 0);
  number(view.applicant ? view.applicant->revision : 0);
  number(view.applicant ? view.applicant->authorisation.id : 0);
  add(versionOf(view.staff));
  number(view.named_handler);
  number(book.standInFor(store::responsibleFor(matter)));
  for (const std::int64_t id : seat.stands_in_for) number(id);
  add(nameOf(seat.role));
  add(book.catalogue().hash());
  add(book.services().today().toString());
  return http::etagOf(parts);
}

}  // namespace policycalc::desk

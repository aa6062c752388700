#include "store/matter_changes.h"

#include <soci/soci.h>

#include "store/trail.h"
#include "store/values.h"
#include "store/words.h"

namespace policycalc::store {

std::pair<std::int64_t, std::int64_t> daysOf(const std::optional<desk::DueDays>& days) {
  if (!days) return {0, 0};
  return {days->due.days().time_since_epoch().count(),
          days->soon.days().time_since_epoch().count()};
}
std::pair<std::int64_t, std::int64_t> daysOf(const Matter& matter) {
  return daysOf(isOpen(matter.state) ? matter.due_days : std::nullopt);
}

std::pair<std::int64_t, std::int64_t> daysOf(const std::optional<desk::Completion>& completion) {
  if (!completion) return {0, 0};
  return {completion->from.days().time_since_epoch().count(),
          completion->until.days().time_since_epoch().count()};
}

void writeTrail(soci::session& session, const Matter& matter, desk::AuditAction action,
                std::vector<std::string> fields, const Actor& actor) {
  AuditEntry entry;
  entry.actor = actor;
  entry.action = action;
  entry.object = desk::AuditObject::kMatter;
  entry.object_id = matter.id;
  entry.revision = matter.revision;
  entry.county = matter.county;
  entry.fields = std::move(fields);
  writeAudit(session, entry);
}

void writeChange(soci::session& session, const Matter& matter,
                 std::optional<desk::MatterState> from, const Said& said, const Actor& actor) {
  const std::int64_t at = toSeconds(actor.at);
  const std::string before = from ? wordOf(*from) : std::string();
  const std::string after = wordOf(matter.state);
  session << "INSERT INTO matter_change (matter_id, at, staff_id, from_state, to_state, handler_id,"
             " sealed_reason, sealed_end) VALUES (:id, :at, :staff, :from, :to, :handler, :reason,"
             " :end)",
      soci::use(matter.id), soci::use(at), soci::use(actor.staff_id), soci::use(before),
      soci::use(after), soci::use(matter.handler_id), soci::use(said.reason), soci::use(said.end);
}

void writeDeed(soci::session& session, std::int64_t matter_id, const MatterDeed& deed) {
  const std::int64_t at = toSeconds(deed.at);
  const std::string word = wordOf(deed.deed);
  session << "INSERT INTO matter_deed (matter_id, at, staff_id, deed, sealed, to_id)"
             " VALUES (:id, :at, :staff, :deed, :sealed, :to)",
      soci::use(matter_id), soci::use(at), soci::use(deed.staff_id), soci::use(word),
      soci::use(deed.sealed), soci::use(deed.to_id);
}

void writeReturn(soci::session& session, const Matter& matter, std::chrono::sys_seconds at) {
  const Actor service{.staff_id = 0, .address = {}, .at = at};
  writeDeed(session, matter.id, {.at = at, .staff_id = 0, .deed = desk::Deed::kResumed});
  writeTrail(session, matter, desk::AuditAction::kResumed, {"completion"}, service);
}

void save(soci::session& session, const Matter& matter) {
  const std::int64_t since = toSeconds(matter.state_since);
  const std::int64_t changed_at = toSeconds(matter.changed_at);
  const std::string state = wordOf(matter.state);
  const int handed_over = matter.handed_over ? 1 : 0;
  const int to_tell = matter.to_tell ? 1 : 0;
  const int measure_moved = matter.measure_moved ? 1 : 0;
  const std::int64_t reminded_at = toSeconds(matter.reminded_at);
  const auto [due, soon] = daysOf(matter);
  const auto [from, until] = daysOf(matter.completion);
  session << "UPDATE matter SET unit = :unit, owner_id = :owner, handler_id = :handler,"
             " state = :state, state_since = :since, due_day = :due, soon_day = :soon,"
             " returns = :returns, handed_over = :handed_over, to_tell = :to_tell,"
             " rested = :rested, completing_from = :from, completing_until = :until,"
             " completions = :completions, reminders = :reminders, reminded_id = :reminded,"
             " reminded_at = :reminded_at, catalogue = :catalogue,"
             " measure_moved = :measure_moved,"
             " changed_at = :changed_at, revision = :revision WHERE id = :id",
      soci::use(matter.unit), soci::use(matter.owner_id), soci::use(matter.handler_id),
      soci::use(state), soci::use(since), soci::use(due), soci::use(soon),
      soci::use(matter.returns), soci::use(handed_over), soci::use(to_tell),
      soci::use(matter.rested), soci::use(from), soci::use(until), soci::use(matter.completions),
      soci::use(matter.reminders), soci::use(matter.reminded_id), soci::use(reminded_at),
      soci::use(matter.catalogue), soci::use(measure_moved), soci::use(changed_at),
      soci::use(matter.revision), soci::use(matter.id);
}

}  // namespace policycalc::store

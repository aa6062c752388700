#include "policycalc/store/duty_handlers.h"

#include "store/database.h"
#include "store/matter_moves.h"
#include "store/statement.h"
#include "store/trail.h"
#include "store/values.h"

namespace policycalc::store {
namespace {

struct Row : DutyHandler {
  void bind(Statement& query) { query.into(unit).into(staff_id); }
  DutyHandler take() const { return *this; }
};

void write(soci::session& session, const DutyHandler& next) {
  session << "DELETE FROM duty_handler WHERE unit = :unit", soci::use(next.unit);
  if (next.staff_id == 0) return;
  session << "INSERT INTO duty_handler (unit, staff_id) VALUES (:unit, :staff)",
      soci::use(next.unit), soci::use(next.staff_id);
}

void writeTrail(soci::session& session, const DutyHandler& next, std::int64_t before,
                const Actor& actor) {
  AuditEntry entry;
  entry.actor = actor;
  entry.action = next.staff_id == 0 ? desk::AuditAction::kRemoved : desk::AuditAction::kNamed;
  entry.object = desk::AuditObject::kHandler;
  entry.object_id = next.staff_id == 0 ? before : next.staff_id;
  entry.fields = {"duty", "unit:" + next.unit};
  writeAudit(session, entry);
}

}  // namespace

std::vector<DutyHandler> DutyHandlers::list() const {
  return database_.read([](soci::session& session) {
    return readRows<Row>(session, "SELECT unit, staff_id FROM duty_handler ORDER BY unit",
                         [](Statement&) {});
  });
}

std::int64_t DutyHandlers::find(std::string_view unit) const {
  const std::string wanted(unit);
  return database_.read([&](soci::session& session) { return dutyHandlerOf(session, wanted); });
}

std::optional<std::size_t> DutyHandlers::set(const DutyHandler& next,
                                             std::int64_t expected_staff_id, const Actor& actor) {
  if (next.unit.empty()) refuse("a duty handler needs a unit");
  refuseNul("a duty handler", {next.unit});
  std::optional<std::size_t> taken;
  database_.write([&](soci::session& session) {
    taken.reset();
    std::int64_t before = 0;
    session << "SELECT staff_id FROM duty_handler WHERE unit = :unit", soci::use(next.unit),
        soci::into(before);
    if (!session.got_data()) before = 0;
    if (before != expected_staff_id) return;
    write(session, next);
    writeTrail(session, next, before, actor);
    taken = takeUnassigned(session, next.unit, next.staff_id, actor);
  });
  return taken;
}

}  // namespace policycalc::store

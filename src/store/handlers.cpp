#include "policycalc/store/handlers.h"

#include "store/database.h"
#include "store/statement.h"
#include "store/trail.h"
#include "store/values.h"

namespace policycalc::store {
namespace {

void check(const HandlerAssignment& assignment) {
  if (assignment.measure.empty() || assignment.unit.empty()) {
    refuse("a handler is named for a measure in a unit");
  }
  refuseNul("a handler", {assignment.measure, assignment.county, assignment.unit});
}

struct Row : HandlerAssignment {
  HandlerAssignment take() const { return *this; }
};

/// The member of exactly this entry; 0 without one.
std::int64_t namedFor(soci::session& session, const HandlerAssignment& place) {
  std::int64_t staff_id = 0;
  session << "SELECT staff_id FROM handler"
             " WHERE measure = :measure AND county = :county AND unit = :unit",
      soci::use(place.measure), soci::use(place.county), soci::use(place.unit),
      soci::into(staff_id);
  return session.got_data() ? staff_id : 0;
}

void write(soci::session& session, const HandlerAssignment& next) {
  session << "DELETE FROM handler WHERE measure = :measure AND county = :county AND unit = :unit",
      soci::use(next.measure), soci::use(next.county), soci::use(next.unit);
  if (next.staff_id == 0) return;
  std::int64_t known = 0;
  session << "SELECT count(*) FROM staff_member WHERE id = :id", soci::use(next.staff_id),
      soci::into(known);
  if (known == 0) refuse("no member of the staff has that id");
  session << "INSERT INTO handler (measure, county, unit, staff_id)"
             " VALUES (:measure, :county, :unit, :staff)",
      soci::use(next.measure), soci::use(next.county), soci::use(next.unit),
      soci::use(next.staff_id);
}

void writeTrail(soci::session& session, const HandlerAssignment& next, std::int64_t before,
                const Actor& actor) {
  AuditEntry entry;
  entry.actor = actor;
  entry.action = next.staff_id == 0 ? desk::AuditAction::kRemoved : desk::AuditAction::kNamed;
  entry.object = desk::AuditObject::kHandler;
  entry.object_id = next.staff_id == 0 ? before : next.staff_id;
  entry.county = next.county;
  entry.fields = {"measure:" + next.measure, "unit:" + next.unit};
  writeAudit(session, entry);
}

}  // namespace

std::vector<HandlerAssignment> Handlers::list() const {
  return database_.read([&](soci::session& session) {
    Row row;
    Statement query(session);
    query.into(row.measure).into(row.county).into(row.unit).into(row.staff_id);
    return allRows(query,
                   "SELECT measure, county, unit, staff_id FROM handler"
                   " ORDER BY measure, county, unit",
                   row);
  });
}

std::int64_t Handlers::find(std::string_view measure, std::string_view county,
                            std::string_view unit) const {
  return database_.read([&](soci::session& session) -> std::int64_t {
    const std::string of_measure(measure);
    const std::string of_county(county);
    const std::string of_unit(unit);
    std::int64_t staff_id = 0;
    // The county's entry comes before the one for every county, whose county is empty.
    session << "SELECT handler.staff_id FROM handler JOIN staff_member"
               " ON staff_member.id = handler.staff_id AND staff_member.active = 1"
               " WHERE handler.measure = :measure AND handler.unit = :unit"
               " AND handler.county IN (:county, '')"
               " ORDER BY handler.county DESC LIMIT 1",
        soci::use(of_measure), soci::use(of_unit), soci::use(of_county), soci::into(staff_id);
    return session.got_data() ? staff_id : 0;
  });
}

Handlers::Change Handlers::set(const HandlerAssignment& assignment, std::int64_t expected_staff_id,
                               const Actor& actor) {
  check(assignment);
  Change done = Change::kOther;
  database_.write([&](soci::session& session) {
    const std::int64_t before = namedFor(session, assignment);
    done = before == expected_staff_id ? Change::kDone : Change::kOther;
    if (done == Change::kOther) return;
    write(session, assignment);
    writeTrail(session, assignment, before, actor);
  });
  return done;
}

std::size_t Handlers::setAll(const std::vector<HandlerAssignment>& assignments,
                             const Actor& actor) {
  for (const HandlerAssignment& each : assignments) check(each);
  std::size_t changed = 0;
  database_.write([&](soci::session& session) {
    changed = 0;
    for (const HandlerAssignment& each : assignments) {
      const std::int64_t before = namedFor(session, each);
      if (before == each.staff_id) continue;
      write(session, each);
      writeTrail(session, each, before, actor);
      ++changed;
    }
  });
  return changed;
}

}  // namespace policycalc::store

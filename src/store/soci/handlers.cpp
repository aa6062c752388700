#include "store/soci/handlers.h"

#include <soci/soci.h>

#include "policycalc/store/error.h"

#include "store/soci/audit.h"
#include "store/soci/sqlite_errors.h"
#include "store/soci/values.h"

namespace policycalc::store::sqlite {
namespace {

void check(const HandlerAssignment& assignment) {
  if (assignment.measure.empty() || assignment.unit.empty()) {
    refuse("a handler is named for a measure in a unit");
  }
  refuseNul("a handler", {assignment.measure, assignment.county, assignment.unit});
}

/// Who has exactly this entry; 0 for nobody.
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
  if (known == 0) refuse("nobody of the staff has that id");
  session << "INSERT INTO handler (measure, county, unit, staff_id)"
             " VALUES (:measure, :county, :unit, :staff)",
      soci::use(next.measure), soci::use(next.county), soci::use(next.unit),
      soci::use(next.staff_id);
}

}  // namespace

std::vector<HandlerAssignment> SociHandlers::list() const {
  return translating([&] {
    std::vector<HandlerAssignment> all;
    HandlerAssignment row;
    const Readers::Lease reader = readers_.lease();
    soci::statement query =
        (reader.session().prepare << "SELECT measure, county, unit, staff_id FROM handler"
                                     " ORDER BY measure, county, unit",
         soci::into(row.measure), soci::into(row.county), soci::into(row.unit),
         soci::into(row.staff_id));
    query.execute();
    while (query.fetch()) all.push_back(row);
    return all;
  });
}

std::int64_t SociHandlers::find(std::string_view measure, std::string_view county,
                                std::string_view unit) const {
  return translating([&]() -> std::int64_t {
    const std::string of_measure(measure);
    const std::string of_county(county);
    const std::string of_unit(unit);
    std::int64_t staff_id = 0;
    const Readers::Lease reader = readers_.lease();
    // The county's own entry comes before that for every county, which has none.
    reader.session() << "SELECT handler.staff_id FROM handler JOIN staff_member"
                        " ON staff_member.id = handler.staff_id AND staff_member.active = 1"
                        " WHERE handler.measure = :measure AND handler.unit = :unit"
                        " AND handler.county IN (:county, '')"
                        " ORDER BY handler.county DESC LIMIT 1",
        soci::use(of_measure), soci::use(of_unit), soci::use(of_county), soci::into(staff_id);
    return reader.session().got_data() ? staff_id : 0;
  });
}

Handlers::Change SociHandlers::set(const HandlerAssignment& assignment,
                                   std::int64_t expected_staff_id, const Actor& actor) {
  check(assignment);
  Change done = Change::kOther;
  writer_.submit([&](soci::session& session) {
    const std::int64_t before = namedFor(session, assignment);
    done = before == expected_staff_id ? Change::kDone : Change::kOther;
    if (done == Change::kOther) return;
    write(session, assignment);
    AuditEntry entry;
    entry.actor = actor;
    entry.action = assignment.staff_id == 0 ? "removed" : "named";
    entry.object = "handler";
    entry.object_id = assignment.staff_id == 0 ? before : assignment.staff_id;
    entry.county = assignment.county;
    entry.fields = {"measure:" + assignment.measure, "unit:" + assignment.unit};
    writeAudit(session, entry);
  });
  return done;
}

}  // namespace policycalc::store::sqlite

#include "policycalc/store/absences.h"

#include "store/database.h"
#include "store/matter_moves.h"
#include "store/statement.h"
#include "store/trail.h"
#include "store/values.h"

namespace policycalc::store {
namespace {

std::int64_t numberOf(base::Date day) {
  return day.days().time_since_epoch().count();
}
base::Date dayOf(std::int64_t number) {
  return base::Date(std::chrono::sys_days(std::chrono::days(number)));
}

struct Row {
  Absence absence;
  std::int64_t from = 0;
  std::int64_t to = 0;

  void bind(Statement& query) {
    query.into(absence.staff_id).into(absence.substitute_id).into(from).into(to);
  }
  Absence take() const {
    Absence taken = absence;
    taken.from = dayOf(from);
    taken.to = dayOf(to);
    return taken;
  }
};

struct IdRow {
  std::int64_t id = 0;

  void bind(Statement& query) { query.into(id); }
  std::int64_t take() const { return id; }
};

bool isAway(soci::session& session, std::int64_t staff_id, std::int64_t from, std::int64_t to) {
  int away = 0;
  session << "SELECT count(*) FROM absence WHERE staff_id = :id AND from_day <= :to"
             " AND to_day >= :from",
      soci::use(staff_id, "id"), soci::use(to, "to"), soci::use(from, "from"), soci::into(away);
  return away > 0;
}

void writeTrail(soci::session& session, const desk::Seat& seat, const Actor& actor) {
  AuditEntry entry;
  entry.actor = actor;
  entry.action = desk::AuditAction::kChanged;
  entry.object = desk::AuditObject::kStaff;
  entry.object_id = seat.staff_id;
  entry.county = seat.county;
  entry.fields = {"absence"};
  writeAudit(session, entry);
}

}  // namespace

std::vector<Absence> Absences::list(base::Date day) const {
  const std::int64_t number = numberOf(day);
  return database_.read([&](soci::session& session) {
    return readRows<Row>(session,
                         "SELECT staff_id, substitute_id, from_day, to_day FROM absence"
                         " WHERE to_day >= :day ORDER BY staff_id",
                         [&](Statement& query) { query.use(number, "day"); });
  });
}

std::vector<std::int64_t> Absences::standsInFor(std::int64_t staff_id, base::Date day) const {
  const std::int64_t number = numberOf(day);
  return database_.read([&](soci::session& session) {
    return readRows<IdRow>(
        session,
        "WITH RECURSIVE acts_for (id) AS (SELECT staff_id FROM absence"
        " WHERE substitute_id = :id AND from_day <= :day AND to_day >= :day"
        " UNION SELECT a.staff_id FROM absence a JOIN acts_for ON a.substitute_id = acts_for.id"
        " WHERE a.from_day <= :day AND a.to_day >= :day) SELECT id FROM acts_for"
        " WHERE id <> :id ORDER BY id",
        [&](Statement& query) { query.use(staff_id, "id").use(number, "day"); });
  });
}

std::optional<HandedOn> Absences::set(const Absence& absence, std::int64_t to, const Actor& actor) {
  const std::int64_t from_day = numberOf(absence.from);
  const std::int64_t to_day = numberOf(absence.to);
  std::optional<HandedOn> done;
  database_.write([&](soci::session& session) {
    done.reset();
    if (isAway(session, absence.substitute_id, from_day, to_day)) return;
    session << "DELETE FROM absence WHERE staff_id = :id", soci::use(absence.staff_id);
    session << "INSERT INTO absence (staff_id, substitute_id, from_day, to_day)"
               " VALUES (:id, :substitute, :from, :to)",
        soci::use(absence.staff_id), soci::use(absence.substitute_id), soci::use(from_day),
        soci::use(to_day);
    const desk::Seat seat = seatOf(session, absence.staff_id);
    writeTrail(session, seat, actor);
    desk::Seat away = seat;
    away.active = false;
    done = to == 0 ? HandedOn{} : handOn(session, seat, away, to, false, actor);
  });
  return done;
}

bool Absences::remove(std::int64_t staff_id, const Actor& actor) {
  bool there = false;
  database_.write([&](soci::session& session) {
    there =
        Statement(session).use(staff_id, "id").change("DELETE FROM absence WHERE staff_id = :id") >
        0;
    if (there) writeTrail(session, seatOf(session, staff_id), actor);
  });
  return there;
}

}  // namespace policycalc::store

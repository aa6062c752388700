#include "store/many_matters.h"

#include <algorithm>

#include <soci/soci.h>

#include "store/statement.h"
#include "store/store_session.h"
#include "store/words.h"

namespace policycalc::store::test {
namespace {

std::string series(int number) {
  return "WITH RECURSIVE n (i) AS (VALUES (CAST(1 AS bigint)) UNION ALL SELECT i + 1 FROM n WHERE "
         "i < " +
         std::to_string(number) + ") ";
}

struct MatterRow {
  PlainMatter matter;
  std::string state;
  int handed_over = 0;
  int to_tell = 0;
  int measure_moved = 0;

  void bind(Statement& query) {
    query.into(matter.id).into(matter.applicant_id).into(matter.reference).into(matter.measure);
    query.into(matter.county).into(matter.unit).into(matter.owner_id).into(matter.handler_id);
    query.into(state).into(matter.since).into(matter.due_day).into(matter.soon_day);
    query.into(matter.returns).into(handed_over).into(to_tell);
    query.into(matter.completing_until).into(measure_moved);
  }
  PlainMatter take() const {
    PlainMatter taken = matter;
    taken.state = stateFrom(state);
    taken.handed_over = handed_over == 1;
    taken.to_tell = to_tell == 1;
    taken.measure_moved = measure_moved == 1;
    return taken;
  }
};

struct SeatRow {
  desk::Seat seat;
  std::string role;
  int active = 0;

  void bind(Statement& query) {
    query.into(seat.staff_id).into(role).into(seat.county).into(seat.unit).into(active);
  }
  desk::Seat take() const {
    desk::Seat taken = seat;
    taken.role = roleFrom(role);
    taken.active = active == 1;
    return taken;
  }
};

struct TermRow {
  std::int64_t applicant_id = 0;
  std::int64_t until = 0;
  std::int64_t ended = 0;
  std::string lookup;

  void bind(Statement& query) { query.into(applicant_id).into(until).into(ended).into(lookup); }
  TermRow take() const { return *this; }
};

struct ProfileRow {
  std::string lookup;
  std::int64_t expires = 0;
  int may_help = 0;

  void bind(Statement& query) { query.into(lookup).into(expires).into(may_help); }
  ProfileRow take() const { return *this; }
};

void addPeople(soci::session& session) {
  session << series(24) +
                 "INSERT INTO staff_member (id, login, name, role, county, unit, password_hash,"
                 " must_change, active, revision, created_at) SELECT i, 'l' || i, 'N' || i,"
                 " CASE i % 4 WHEN 1 THEN 'clerk' WHEN 2 THEN 'supervisor' ELSE 'handler' END,"
                 " CASE WHEN i % 4 <> 1 AND i % 5 < 2 THEN '' ELSE '36070' || (2 + i / 4 % 3) END,"
                 " CASE WHEN i % 4 = 1 OR (i % 4 = 2 AND i % 3 = 0) THEN ''"
                 " ELSE 'u' || (1 + i / 2 % 3) END,"
                 " 'h', 0, CASE WHEN i % 7 = 0 THEN 0 ELSE 1 END, 1, 0 FROM n";
}

void addApplicants(soci::session& session, std::int64_t now) {
  session << series(2000) +
                 "INSERT INTO applicant (id, county, firm, revision, created_at, changed_at,"
                 " erased, key_by_service, sealed_name, sealed) SELECT i, '36070' || (2 + i % 3),"
                 " CASE WHEN i % 4 = 0 THEN 'f' || i ELSE '' END, 1, 0, 0,"
                 " CASE WHEN i % 50 = 0 THEN 1 ELSE 0 END, 'k',"
                 " CASE WHEN i % 50 = 0 THEN '' ELSE 'name' END, 's' FROM n";
  session << series(2000) +
                 "INSERT INTO saved_profile (lookup, revision, saved_at, expires_at, may_help,"
                 " may_notify, key_by_code, key_by_service, sealed) SELECT 'c' || i, 1, 0, :now"
                 " + CASE WHEN i % 7 = 0 THEN -5 ELSE 900000 END, "
                 " CASE WHEN i % 4 <> 0 THEN 1 ELSE 0 END, 0, '', '', '' FROM n"
                 " WHERE i % 9 = 0 AND i % 5 <> 0",
      soci::use(now);
  // Of those with a code, every fifth profile is gone.
  session << series(2000) +
                 "INSERT INTO authorisation (applicant_id, given, for_matters, until, lookup,"
                 " recorded_at, recorded_by, ended_at, sealed_by) SELECT i,"
                 " CASE WHEN i % 9 = 0 THEN 'code' ELSE 'paper' END, 1,"
                 " :now + CASE WHEN i % 11 = 0 THEN -(i % 3) ELSE i % 40 * 86400 + 1 END,"
                 " CASE WHEN i % 9 = 0 THEN 'c' || i ELSE '' END, 0, 1,"
                 " CASE WHEN i % 50 = 0 THEN 1 ELSE 0 END, '' FROM n",
      soci::use(now);
}

/// The numbers of the series, well mixed, decide every column.
void addMatters(soci::session& session, int number, std::int64_t now, std::int64_t today) {
  session << series(number) +
                 ", mixed (i, h) AS (SELECT i, (i * 1103515245 + 12345) / 65536 FROM n),"
                 " made (i, h, applicant, state) AS (SELECT i, h, 1 + i * 7 % 2000,"
                 " CASE WHEN h % 16 < 3 THEN 'received' WHEN h % 16 < 6 THEN 'preparing'"
                 " WHEN h % 16 < 9 THEN 'handed_over' WHEN h % 16 < 12 THEN 'in_progress'"
                 " WHEN h % 16 = 12 THEN 'fulfilled' WHEN h % 16 = 13 THEN 'refused'"
                 " WHEN h % 16 = 14 THEN CASE h / 31 % 4 WHEN 0 THEN 'forwarded'"
                 " WHEN 1 THEN 'unreachable' WHEN 2 THEN 'expired' ELSE 'withdrawn' END"
                 " ELSE 'withdrawn' END FROM mixed)"
                 " INSERT INTO matter (id, reference, applicant_id, measure, catalogue, county,"
                 " unit, owner_id, handler_id, state, state_since, due_day, soon_day, returns,"
                 " handed_over, opened_at, opened_by, changed_at, revision, permit_until,"
                 " permit_by_code, to_tell) SELECT i, 'R' || i, applicant, 'm' || (i % 50), 'c',"
                 " '36070' || (2 + h / 3 % 3), 'u' || (1 + h / 5 % 3), h / 7 % 26, h / 11 % 26,"
                 " state, :now - h / 13 % 5000000,"
                 " CASE WHEN h % 16 < 12 THEN :today + h / 17 % 41 - 20 ELSE 0 END,"
                 " CASE WHEN h % 16 < 12 THEN :today + h / 17 % 41 - 20 - h / 19 % 5 ELSE 0 END,"
                 " h / 23 % 3, h / 29 % 2, 0, 1, 0, 1,"
                 " coalesce((SELECT until FROM authorisation a"
                 " WHERE a.applicant_id = applicant AND a.ended_at = 0), 0),"
                 " coalesce((SELECT CASE WHEN given = 'code' THEN 1 ELSE 0 END FROM authorisation a"
                 " WHERE a.applicant_id = applicant AND a.ended_at = 0), 0),"
                 " CASE WHEN state IN ('fulfilled', 'refused', 'forwarded', 'unreachable')"
                 " AND h / 37 % 3 > 0 THEN 1 ELSE 0 END FROM made",
      soci::use(now, "now"), soci::use(today, "today");
  // Some wait for their company until yesterday, today or tomorrow; some measures have moved.
  session
      << "UPDATE matter SET completing_from = :today - 3, completing_until = :today + id % 3 - 1"
         " WHERE id % 13 = 0 AND due_day > 0",
      soci::use(today, "today");
  session << "UPDATE matter SET measure_moved = 1 WHERE id % 17 = 0 AND due_day > 0";
}

}  // namespace

ManyMatters::ManyMatters(int number) {
  const auto session = sessionOn(folder.database());
  const std::int64_t now = kNow;
  const bool is_file = session->get_backend_name() == "sqlite3";
  *session << (is_file ? "PRAGMA synchronous = OFF" : "SET synchronous_commit = off");
  *session << (is_file ? "BEGIN IMMEDIATE" : "BEGIN");
  addPeople(*session);
  addApplicants(*session, now);
  addMatters(*session, number, now, kToday);
  *session << "COMMIT";
  // As a server does by itself after a minute.
  if (!is_file) *session << "ANALYZE";
}

void ManyMatters::run(const std::string& sql) const {
  *sessionOn(folder.database()) << sql;
}

std::vector<PlainMatter> ManyMatters::matters() const {
  const auto session = sessionOn(folder.database());
  return readRows<MatterRow>(*session,
                             "SELECT id, applicant_id, reference, measure, county, unit, owner_id,"
                             " handler_id, state, state_since, due_day, soon_day, returns,"
                             " handed_over, to_tell, completing_until, measure_moved FROM matter",
                             [](Statement&) {});
}

std::map<std::int64_t, desk::Seat> ManyMatters::seats() const {
  const auto session = sessionOn(folder.database());
  std::map<std::int64_t, desk::Seat> seats;
  for (const desk::Seat& seat :
       readRows<SeatRow>(*session, "SELECT id, role, county, unit, active FROM staff_member",
                         [](Statement&) {})) {
    seats[seat.staff_id] = seat;
  }
  return seats;
}

Terms ManyMatters::terms() const {
  const auto session = sessionOn(folder.database());
  std::map<std::string, std::int64_t> agreed;
  for (const ProfileRow& row : readRows<ProfileRow>(
           *session, "SELECT lookup, expires_at, may_help FROM saved_profile", [](Statement&) {})) {
    if (row.may_help == 1) agreed[row.lookup] = row.expires;
  }
  Terms terms;
  for (const TermRow& row : readRows<TermRow>(
           *session, "SELECT applicant_id, until, ended_at, lookup FROM authorisation",
           [](Statement&) {})) {
    std::int64_t until = row.ended == 0 ? row.until : 0;
    const auto profile = agreed.find(row.lookup);
    if (!row.lookup.empty()) {
      until = profile == agreed.end() ? 0 : std::min(until, profile->second);
    }
    terms[row.applicant_id] = until;
  }
  return terms;
}

TakenBack ManyMatters::takenBack() const {
  const auto session = sessionOn(folder.database());
  std::set<std::string> agreed;
  for (const ProfileRow& row : readRows<ProfileRow>(
           *session, "SELECT lookup, expires_at, may_help FROM saved_profile", [](Statement&) {})) {
    if (row.may_help == 1) agreed.insert(row.lookup);
  }
  TakenBack taken;
  for (const TermRow& row : readRows<TermRow>(
           *session, "SELECT applicant_id, until, ended_at, lookup FROM authorisation",
           [](Statement&) {})) {
    const bool runs = row.ended == 0 && row.until > kNow;
    if (runs && !row.lookup.empty() && agreed.count(row.lookup) == 0) {
      taken.insert(row.applicant_id);
    }
  }
  return taken;
}

}  // namespace policycalc::store::test

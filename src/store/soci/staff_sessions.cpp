#include "store/soci/staff_sessions.h"

#include <soci/soci.h>

#include "policycalc/store/error.h"

#include "store/soci/sqlite_errors.h"
#include "store/soci/values.h"

namespace policycalc::store::sqlite {
namespace {

void check(const StaffSession& session) {
  if (session.token_id.empty()) refuse("a session needs a token id");
  if (session.csrf.empty()) refuse("a session needs a csrf text");
  refuseNul("a session", {session.token_id, session.csrf});
}

void insert(soci::session& database, const StaffSession& session) {
  std::int64_t taken = 0;
  database << "SELECT count(*) FROM staff_session WHERE token_id = :token",
      soci::use(session.token_id), soci::into(taken);
  if (taken > 0) refuse("a session with that token id is there already");
  std::int64_t members = 0;
  database << "SELECT count(*) FROM staff_member WHERE id = :id AND active = 1",
      soci::use(session.staff_id), soci::into(members);
  if (members == 0) refuse("nobody who may log in has that id");
  const std::int64_t created_at = toSeconds(session.created_at);
  const std::int64_t last_seen_at = toSeconds(session.last_seen_at);
  database << "INSERT INTO staff_session (token_id, staff_id, csrf, created_at, last_seen_at)"
              " VALUES (:token, :staff, :csrf, :created_at, :last_seen_at)",
      soci::use(session.token_id), soci::use(session.staff_id), soci::use(session.csrf),
      soci::use(created_at), soci::use(last_seen_at);
}

/// Runs a DELETE with one number to compare with; returns how many rows it took.
std::size_t removeBy(Writer& writer, const char* statement, std::int64_t number) {
  std::int64_t removed = 0;
  writer.submit([&](soci::session& database) {
    database << statement, soci::use(number);
    removed = changedRows(database);
  });
  return static_cast<std::size_t>(removed);
}

}  // namespace

void SociStaffSessions::add(const StaffSession& session) {
  check(session);
  writer_.submit([&](soci::session& database) { insert(database, session); });
}

std::optional<StaffSession> SociStaffSessions::find(std::string_view token_id) const {
  return translating([&]() -> std::optional<StaffSession> {
    StaffSession session;
    session.token_id = token_id;
    std::int64_t created_at = 0;
    std::int64_t last_seen_at = 0;
    const Readers::Lease reader = readers_.lease();
    reader.session() << "SELECT staff_id, csrf, created_at, last_seen_at FROM staff_session"
                        " WHERE token_id = :token",
        soci::use(session.token_id), soci::into(session.staff_id), soci::into(session.csrf),
        soci::into(created_at), soci::into(last_seen_at);
    if (!reader.session().got_data()) return std::nullopt;
    session.created_at = fromSeconds(created_at);
    session.last_seen_at = fromSeconds(last_seen_at);
    return session;
  });
}

bool SociStaffSessions::touch(std::string_view token_id, std::chrono::sys_seconds now) {
  const std::string token(token_id);
  const std::int64_t seconds = toSeconds(now);
  std::int64_t touched = 0;
  writer_.submit([&](soci::session& database) {
    database << "UPDATE staff_session SET last_seen_at = max(last_seen_at, :now)"
                " WHERE token_id = :token",
        soci::use(seconds), soci::use(token);
    touched = changedRows(database);
  });
  return touched > 0;
}

bool SociStaffSessions::remove(std::string_view token_id) {
  const std::string token(token_id);
  std::int64_t removed = 0;
  writer_.submit([&](soci::session& database) {
    database << "DELETE FROM staff_session WHERE token_id = :token", soci::use(token);
    removed = changedRows(database);
  });
  return removed > 0;
}

std::size_t SociStaffSessions::removeAllOf(std::int64_t staff_id) {
  return removeBy(writer_, "DELETE FROM staff_session WHERE staff_id = :id", staff_id);
}

std::size_t SociStaffSessions::removeIdle(std::chrono::sys_seconds seen_before) {
  return removeBy(writer_, "DELETE FROM staff_session WHERE last_seen_at < :time",
                  toSeconds(seen_before));
}

std::size_t SociStaffSessions::removeOld(std::chrono::sys_seconds created_before) {
  return removeBy(writer_, "DELETE FROM staff_session WHERE created_at < :time",
                  toSeconds(created_before));
}

}  // namespace policycalc::store::sqlite

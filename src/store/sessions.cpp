#include "policycalc/store/sessions.h"

#include "store/database.h"
#include "store/session_rows.h"
#include "store/statement.h"
#include "store/trail.h"
#include "store/values.h"

namespace policycalc::store {
namespace {

constexpr const char* kSelect =
    "SELECT id, token_id, staff_id, csrf, created_at, last_seen_at, network, password_at,"
    " factor_at FROM staff_session";

/// A row of kSelect.
struct Row {
  ListedSession listed;
  std::int64_t created_at = 0;
  std::int64_t last_seen_at = 0;
  std::int64_t password_at = 0;
  std::int64_t factor_at = 0;

  void bind(Statement& query) {
    StaffSession& session = listed.session;
    query.into(listed.id).into(session.token_id).into(session.staff_id).into(session.csrf);
    query.into(created_at).into(last_seen_at).into(session.network).into(password_at);
    query.into(factor_at);
  }

  ListedSession take() const {
    ListedSession taken = listed;
    taken.session.created_at = fromSeconds(created_at);
    taken.session.last_seen_at = fromSeconds(last_seen_at);
    taken.session.password_at = fromSeconds(password_at);
    taken.session.factor_at = fromSeconds(factor_at);
    return taken;
  }
};

/// Writes what a member did to their own sessions.
void tell(soci::session& session, desk::AuditAction action, std::int64_t staff_id,
          const Actor& actor) {
  AuditEntry entry;
  entry.actor = actor;
  entry.action = action;
  entry.object = desk::AuditObject::kSession;
  entry.object_id = staff_id;
  session << "SELECT county FROM staff_member WHERE id = :id", soci::use(staff_id),
      soci::into(entry.county);
  writeAudit(session, entry);
}

/// Runs a DELETE with the parameter `:number`; returns how many rows it took.
std::size_t removeBy(Database& database, const char* sql, std::int64_t number) {
  std::int64_t removed = 0;
  database.writeAnyway([&](soci::session& session) {
    removed = Statement(session).use(number, "number").change(sql);
  });
  return static_cast<std::size_t>(removed);
}

}  // namespace

void check(const StaffSession& session) {
  if (session.token_id.empty()) refuse("a session needs a token id");
  if (session.csrf.empty()) refuse("a session needs a csrf text");
  refuseNul("a session", {session.token_id, session.csrf, session.network});
}

void insert(soci::session& database, const StaffSession& session) {
  std::int64_t taken = 0;
  database << "SELECT count(*) FROM staff_session WHERE token_id = :token",
      soci::use(session.token_id), soci::into(taken);
  if (taken > 0) refuse("a session with that token id is there already");
  const std::int64_t created_at = toSeconds(session.created_at);
  const std::int64_t last_seen_at = toSeconds(session.last_seen_at);
  const std::int64_t password_at = toSeconds(session.password_at);
  const std::int64_t factor_at = toSeconds(session.factor_at);
  database << "INSERT INTO staff_session (token_id, staff_id, csrf, created_at, last_seen_at,"
              " network, password_at, factor_at) VALUES (:token, :staff, :csrf, :created_at,"
              " :last_seen_at, :network, :password_at, :factor_at)",
      soci::use(session.token_id), soci::use(session.staff_id), soci::use(session.csrf),
      soci::use(created_at), soci::use(last_seen_at), soci::use(session.network),
      soci::use(password_at), soci::use(factor_at);
}

std::int64_t endSessions(soci::session& database, std::int64_t staff_id) {
  return Statement(database)
      .use(staff_id, "id")
      .change("DELETE FROM staff_session WHERE staff_id = :id");
}

bool StaffSessions::logIn(const StaffSession& session, std::string_view hash, const Actor& actor) {
  check(session);
  const std::string shown(hash);
  bool begun = false;
  database_.writeAnyway([&](soci::session& database) {
    std::int64_t members = 0;
    database << "SELECT count(*) FROM staff_member"
                " WHERE id = :id AND active = 1 AND password_hash = :hash",
        soci::use(session.staff_id), soci::use(shown), soci::into(members);
    begun = members > 0;
    if (!begun) return;
    insert(database, session);
    tell(database, desk::AuditAction::kLoggedIn, session.staff_id, actor);
  });
  return begun;
}

std::optional<StaffSession> StaffSessions::find(std::string_view token_id) const {
  const std::string token(token_id);
  return database_.read([&](soci::session& database) -> std::optional<StaffSession> {
    const auto found = readRow<Row>(database, std::string(kSelect) + " WHERE token_id = :token",
                                    [&](Statement& query) { query.use(token, "token"); });
    if (!found) return std::nullopt;
    return found->session;
  });
}

std::vector<ListedSession> StaffSessions::listOf(std::int64_t staff_id) const {
  return database_.read([&](soci::session& database) {
    return readRows<Row>(
        database,
        std::string(kSelect) + " WHERE staff_id = :staff ORDER BY last_seen_at DESC, id DESC",
        [&](Statement& query) { query.use(staff_id, "staff"); });
  });
}

bool StaffSessions::notePassword(std::string_view token_id, std::chrono::sys_seconds now) {
  const std::string token(token_id);
  const std::int64_t seconds = toSeconds(now);
  std::int64_t noted = 0;
  database_.writeAnyway([&](soci::session& session) {
    noted = Statement(session)
                .use(seconds, "now")
                .use(token, "token")
                .change("UPDATE staff_session SET password_at = :now WHERE token_id = :token");
  });
  return noted > 0;
}

bool StaffSessions::end(std::int64_t staff_id, std::int64_t id, const Actor& actor) {
  std::int64_t ended = 0;
  database_.writeAnyway([&](soci::session& session) {
    ended = Statement(session)
                .use(id, "id")
                .use(staff_id, "staff")
                .change("DELETE FROM staff_session WHERE id = :id AND staff_id = :staff");
    if (ended > 0) tell(session, desk::AuditAction::kLoggedOutElsewhere, staff_id, actor);
  });
  return ended > 0;
}

std::size_t StaffSessions::endOthers(const StaffSession& kept, const Actor& actor) {
  std::int64_t ended = 0;
  database_.writeAnyway([&](soci::session& session) {
    ended = Statement(session)
                .use(kept.staff_id, "staff")
                .use(kept.token_id, "token")
                .change("DELETE FROM staff_session WHERE staff_id = :staff AND token_id <> :token");
    if (ended > 0) tell(session, desk::AuditAction::kLoggedOutElsewhere, kept.staff_id, actor);
  });
  return static_cast<std::size_t>(ended);
}

bool StaffSessions::touch(std::string_view token_id, std::chrono::sys_seconds now) {
  const std::string token(token_id);
  const std::int64_t seconds = toSeconds(now);
  std::int64_t touched = 0;
  database_.writeAnyway([&](soci::session& session) {
    touched = Statement(session)
                  .use(seconds, "now")
                  .use(token, "token")
                  .change(
                      "UPDATE staff_session SET last_seen_at ="
                      " CASE WHEN last_seen_at > :now THEN last_seen_at ELSE :now END WHERE "
                      "token_id = :token");
  });
  return touched > 0;
}

bool StaffSessions::logOut(std::string_view token_id, const Actor& actor) {
  const std::string token(token_id);
  bool there = false;
  database_.writeAnyway([&](soci::session& session) {
    std::int64_t staff_id = 0;
    session << "SELECT staff_id FROM staff_session WHERE token_id = :token", soci::use(token),
        soci::into(staff_id);
    there = session.got_data();
    if (!there) return;
    session << "DELETE FROM staff_session WHERE token_id = :token", soci::use(token);
    tell(session, desk::AuditAction::kLoggedOut, staff_id, actor);
  });
  return there;
}

std::size_t StaffSessions::logOutEverywhere(std::int64_t staff_id, const Actor& actor) {
  std::int64_t ended = 0;
  database_.writeAnyway([&](soci::session& session) {
    ended = endSessions(session, staff_id);
    if (ended > 0) tell(session, desk::AuditAction::kLoggedOutEverywhere, staff_id, actor);
  });
  return static_cast<std::size_t>(ended);
}

bool StaffSessions::remove(std::string_view token_id) {
  const std::string token(token_id);
  std::int64_t removed = 0;
  database_.writeAnyway([&](soci::session& session) {
    removed = Statement(session)
                  .use(token, "token")
                  .change("DELETE FROM staff_session WHERE token_id = :token");
  });
  return removed > 0;
}

std::size_t StaffSessions::removeIdle(std::chrono::sys_seconds seen_before) {
  return removeBy(database_, "DELETE FROM staff_session WHERE last_seen_at < :number",
                  toSeconds(seen_before));
}

std::size_t StaffSessions::removeOld(std::chrono::sys_seconds created_before) {
  return removeBy(database_, "DELETE FROM staff_session WHERE created_at < :number",
                  toSeconds(created_before));
}

}  // namespace policycalc::store

#include "store/soci/staff.h"

#include <soci/soci.h>

#include "policycalc/store/error.h"

#include "store/soci/sqlite_errors.h"
#include "store/soci/values.h"

namespace policycalc::store::sqlite {
namespace {

constexpr const char* kSelect =
    "SELECT id, login, name, role, county, unit, password_hash, must_change, active, revision,"
    " created_at FROM staff_member";

void checkHash(std::string_view hash) {
  if (hash.empty()) refuse("a member of the staff needs a password hash");
  refuseNul("a password hash", {hash});
}

void checkTexts(const StaffMember& member) {
  if (member.name.empty()) refuse("a member of the staff needs a name");
  refuseNul("a member of the staff", {member.name, member.role, member.county, member.unit});
}

void checkNew(const StaffMember& member) {
  checkTexts(member);
  checkHash(member.password_hash);
  if (readLogin(member.login) != member.login) refuse("a log-in is spelled as it is read");
}

/// A row as SOCI binds it.
struct Row {
  StaffMember member;
  int must_change = 0;
  int active = 0;
  std::int64_t created_at = 0;

  StaffMember take() const {
    StaffMember taken = member;
    taken.must_change = must_change != 0;
    taken.active = active != 0;
    taken.created_at = fromSeconds(created_at);
    return taken;
  }
};

/// `statement` filling `row` at each fetch.
soci::details::prepare_temp_type intoRow(soci::details::prepare_temp_type statement, Row& row) {
  StaffMember& member = row.member;
  statement, soci::into(member.id), soci::into(member.login), soci::into(member.name),
      soci::into(member.role), soci::into(member.county), soci::into(member.unit),
      soci::into(member.password_hash), soci::into(row.must_change), soci::into(row.active),
      soci::into(member.revision), soci::into(row.created_at);
  return statement;
}

/// The first row that `query` gives, which is its only one.
std::optional<StaffMember> only(soci::statement& query, const Row& row) {
  if (!query.execute(true)) return std::nullopt;
  // Fetched to its end, so that the session does not go on reading in this snapshot.
  StaffMember found = row.take();
  query.fetch();
  return found;
}

std::int64_t insert(soci::session& session, const StaffMember& member) {
  std::int64_t taken = 0;
  session << "SELECT count(*) FROM staff_member WHERE login = :login", soci::use(member.login),
      soci::into(taken);
  if (taken > 0) refuse("that log-in is taken");
  const int must_change = member.must_change ? 1 : 0;
  const int active = member.active ? 1 : 0;
  const std::int64_t created_at = toSeconds(member.created_at);
  session << "INSERT INTO staff_member (login, name, role, county, unit, password_hash,"
             " must_change, active, revision, created_at) VALUES (:login, :name, :role, :county,"
             " :unit, :hash, :must_change, :active, 1, :created_at)",
      soci::use(member.login), soci::use(member.name), soci::use(member.role),
      soci::use(member.county), soci::use(member.unit), soci::use(member.password_hash),
      soci::use(must_change), soci::use(active), soci::use(created_at);
  std::int64_t id = 0;
  session << "SELECT last_insert_rowid()", soci::into(id);
  return id;
}

void endSessions(soci::session& session, std::int64_t id) {
  session << "DELETE FROM staff_session WHERE staff_id = :id", soci::use(id);
}

/// 0 if there is no such member.
std::int64_t revisionOf(soci::session& session, std::int64_t id) {
  std::int64_t revision = 0;
  session << "SELECT revision FROM staff_member WHERE id = :id", soci::use(id),
      soci::into(revision);
  return session.got_data() ? revision : 0;
}

/// Whether `next` would take away the only administrator who can log in.
bool wouldLeaveNone(soci::session& session, const StaffMember& next) {
  if (next.active && next.role == "administrator") return false;
  int is_one = 0;
  session << "SELECT count(*) FROM staff_member"
             " WHERE active = 1 AND role = 'administrator' AND id = :id",
      soci::use(next.id), soci::into(is_one);
  int others = 0;
  session << "SELECT count(*) FROM staff_member"
             " WHERE active = 1 AND role = 'administrator' AND id <> :id",
      soci::use(next.id), soci::into(others);
  return is_one > 0 && others == 0;
}

void change(soci::session& session, const StaffMember& next) {
  const int active = next.active ? 1 : 0;
  session << "UPDATE staff_member SET name = :name, role = :role, county = :county, unit = :unit,"
             " active = :active, revision = revision + 1 WHERE id = :id",
      soci::use(next.name), soci::use(next.role), soci::use(next.county), soci::use(next.unit),
      soci::use(active), soci::use(next.id);
  if (!next.active) endSessions(session, next.id);
}

}  // namespace

std::int64_t SociStaff::add(const StaffMember& member) {
  checkNew(member);
  std::int64_t id = 0;
  writer_.submit([&](soci::session& session) { id = insert(session, member); });
  return id;
}

std::optional<StaffMember> SociStaff::find(std::int64_t id) const {
  return translating([&] {
    Row row;
    const Readers::Lease reader = readers_.lease();
    soci::statement query =
        (intoRow(reader.session().prepare << kSelect << " WHERE id = :id", row), soci::use(id));
    return only(query, row);
  });
}

std::optional<StaffMember> SociStaff::findByLogin(std::string_view login) const {
  const std::optional<std::string> name = readLogin(login);
  if (!name) return std::nullopt;
  return translating([&] {
    Row row;
    const Readers::Lease reader = readers_.lease();
    soci::statement query =
        (intoRow(reader.session().prepare << kSelect << " WHERE login = :login", row),
         soci::use(*name));
    return only(query, row);
  });
}

std::vector<StaffMember> SociStaff::list() const {
  return translating([&] {
    std::vector<StaffMember> members;
    Row row;
    const Readers::Lease reader = readers_.lease();
    soci::statement query = intoRow(reader.session().prepare << kSelect << " ORDER BY login", row);
    query.execute();
    while (query.fetch()) members.push_back(row.take());
    return members;
  });
}

StaffMembers::Change SociStaff::update(const StaffMember& next, std::int64_t expected_revision) {
  checkTexts(next);
  Change done = Change::kNone;
  writer_.submit([&](soci::session& session) {
    const std::int64_t revision = revisionOf(session, next.id);
    done = revision == 0                   ? Change::kNone
           : revision != expected_revision ? Change::kOtherRevision
           : wouldLeaveNone(session, next) ? Change::kLastAdministrator
                                           : Change::kDone;
    if (done == Change::kDone) change(session, next);
  });
  return done;
}

bool SociStaff::setPassword(std::int64_t id, std::string_view hash, bool must_change) {
  checkHash(hash);
  const std::string next(hash);
  const int must = must_change ? 1 : 0;
  std::int64_t changed = 0;
  writer_.submit([&](soci::session& session) {
    session << "UPDATE staff_member SET password_hash = :hash, must_change = :must WHERE id = :id",
        soci::use(next), soci::use(must), soci::use(id);
    changed = changedRows(session);
    endSessions(session, id);
  });
  return changed > 0;
}

bool SociStaff::changePassword(std::int64_t id, std::string_view old_hash, std::string_view hash) {
  checkHash(hash);
  const std::string old(old_hash);
  const std::string next(hash);
  std::int64_t changed = 0;
  writer_.submit([&](soci::session& session) {
    session << "UPDATE staff_member SET password_hash = :hash, must_change = 0"
               " WHERE id = :id AND password_hash = :old",
        soci::use(next), soci::use(id), soci::use(old);
    changed = changedRows(session);
    if (changed > 0) endSessions(session, id);
  });
  return changed > 0;
}

bool SociStaff::rehash(std::int64_t id, std::string_view old_hash, std::string_view hash) {
  checkHash(hash);
  const std::string old(old_hash);
  const std::string next(hash);
  std::int64_t changed = 0;
  writer_.submit([&](soci::session& session) {
    session << "UPDATE staff_member SET password_hash = :hash"
               " WHERE id = :id AND password_hash = :old",
        soci::use(next), soci::use(id), soci::use(old);
    changed = changedRows(session);
  });
  return changed > 0;
}

}  // namespace policycalc::store::sqlite

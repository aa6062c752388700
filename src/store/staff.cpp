#include "policycalc/store/staff.h"

#include <utility>

#include "policycalc/store/sessions.h"

#include "store/database.h"
#include "store/matter_moves.h"
#include "store/session_rows.h"
#include "store/statement.h"
#include "store/trail.h"
#include "store/values.h"
#include "store/words.h"

namespace policycalc::store {
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
  refuseNul("a member of the staff", {member.name, member.county, member.unit});
}

void checkNew(const StaffMember& member) {
  checkTexts(member);
  checkHash(member.password_hash);
  if (readLogin(member.login) != member.login) refuse("a log-in is spelled as it is read");
}

/// A row of kSelect.
struct Row {
  StaffMember member;
  std::string role;
  int must_change = 0;
  int active = 0;
  std::int64_t created_at = 0;

  void bind(Statement& query) {
    query.into(member.id).into(member.login).into(member.name).into(role).into(member.county);
    query.into(member.unit).into(member.password_hash).into(must_change).into(active);
    query.into(member.revision).into(created_at);
  }

  StaffMember take() const {
    StaffMember taken = member;
    taken.role = roleFrom(role);
    taken.must_change = must_change != 0;
    taken.active = active != 0;
    taken.created_at = fromSeconds(created_at);
    return taken;
  }
};

std::optional<StaffMember> readMember(soci::session& session, std::int64_t id) {
  Row row;
  Statement query(session);
  row.bind(query);
  query.use(id, "id");
  return onlyRow(query, std::string(kSelect) + " WHERE id = :id", row);
}

bool isTaken(soci::session& session, const std::string& login) {
  std::int64_t members = 0;
  session << "SELECT count(*) FROM staff_member WHERE login = :login", soci::use(login),
      soci::into(members);
  return members > 0;
}

std::int64_t insert(soci::session& session, const StaffMember& member) {
  const std::string role = wordOf(member.role);
  const int must_change = member.must_change ? 1 : 0;
  const int active = member.active ? 1 : 0;
  const std::int64_t created_at = toSeconds(member.created_at);
  std::int64_t id = 0;
  session << "INSERT INTO staff_member (login, name, role, county, unit, password_hash,"
             " must_change, active, revision, created_at) VALUES (:login, :name, :role, :county,"
             " :unit, :hash, :must_change, :active, 1, :created_at) RETURNING id",
      soci::use(member.login), soci::use(member.name), soci::use(role), soci::use(member.county),
      soci::use(member.unit), soci::use(member.password_hash), soci::use(must_change),
      soci::use(active), soci::use(created_at), soci::into(id);
  return id;
}

bool isActiveAdministrator(const StaffMember& member) {
  return member.active && member.role == desk::Role::kAdministrator;
}

/// Whether `next` would take away the only administrator who can log in.
bool wouldLeaveNone(soci::session& session, const StaffMember& known, const StaffMember& next) {
  if (!isActiveAdministrator(known) || isActiveAdministrator(next)) return false;
  const std::string administrator = wordOf(desk::Role::kAdministrator);
  int others = 0;
  session << "SELECT count(*) FROM staff_member WHERE active = 1 AND role = :role AND id <> :id",
      soci::use(administrator), soci::use(next.id), soci::into(others);
  return others == 0;
}

void save(soci::session& session, const StaffMember& next) {
  const std::string role = wordOf(next.role);
  const int active = next.active ? 1 : 0;
  session << "UPDATE staff_member SET name = :name, role = :role, county = :county, unit = :unit,"
             " active = :active, revision = revision + 1 WHERE id = :id",
      soci::use(next.name), soci::use(role), soci::use(next.county), soci::use(next.unit),
      soci::use(active), soci::use(next.id);
  if (!next.active) endSessions(session, next.id);
}

void savePassword(soci::session& session, std::int64_t id, const std::string& hash,
                  bool must_change) {
  const int must = must_change ? 1 : 0;
  session << "UPDATE staff_member SET password_hash = :hash, must_change = :must WHERE id = :id",
      soci::use(hash), soci::use(must), soci::use(id);
  endSessions(session, id);
}

/// The names of what differs.
std::vector<std::string> differences(const StaffMember& before, const StaffMember& after) {
  std::vector<std::string> names;
  if (before.name != after.name) names.emplace_back("name");
  if (before.role != after.role) names.emplace_back("role");
  if (before.county != after.county) names.emplace_back("county");
  if (before.unit != after.unit) names.emplace_back("unit");
  if (before.active != after.active) names.emplace_back("active");
  return names;
}

AuditEntry entryOf(desk::AuditAction action, const StaffMember& member, const Actor& actor) {
  AuditEntry entry;
  entry.actor = actor;
  entry.action = action;
  entry.object = desk::AuditObject::kStaff;
  entry.object_id = member.id;
  entry.revision = member.revision;
  entry.county = member.county;
  return entry;
}

}  // namespace

std::optional<std::int64_t> StaffMembers::addIfFree(const StaffMember& member, const Actor& actor) {
  checkNew(member);
  std::optional<std::int64_t> id;
  database_.write([&](soci::session& session) {
    id.reset();
    if (isTaken(session, member.login)) return;
    StaffMember kept = member;
    kept.revision = 1;
    id = kept.id = insert(session, member);
    writeAudit(session, entryOf(desk::AuditAction::kAdded, kept, actor));
  });
  return id;
}

std::int64_t StaffMembers::add(const StaffMember& member, const Actor& actor) {
  const auto id = addIfFree(member, actor);
  if (!id) refuse("that log-in is taken");
  return *id;
}

std::optional<StaffMember> StaffMembers::find(std::int64_t id) const {
  return database_.read([id](soci::session& session) { return readMember(session, id); });
}

std::optional<StaffMember> StaffMembers::findByLogin(std::string_view login) const {
  const std::optional<std::string> name = readLogin(login);
  if (!name) return std::nullopt;
  return database_.read([&](soci::session& session) {
    Row row;
    Statement query(session);
    row.bind(query);
    query.use(*name, "login");
    return onlyRow(query, std::string(kSelect) + " WHERE login = :login", row);
  });
}

std::vector<StaffMember> StaffMembers::list() const {
  return database_.read([](soci::session& session) {
    Row row;
    Statement query(session);
    row.bind(query);
    return allRows(query, std::string(kSelect) + " ORDER BY login", row);
  });
}

StaffMembers::Change StaffMembers::update(const StaffMember& next, std::int64_t expected_revision,
                                          const Actor& actor) {
  return update(next, expected_revision, HandOn{}, actor).change;
}

StaffMembers::Updated StaffMembers::update(const StaffMember& next, std::int64_t expected_revision,
                                           const HandOn& hand_on, const Actor& actor) {
  checkTexts(next);
  Updated done;
  database_.write([&](soci::session& session) {
    const auto known = readMember(session, next.id);
    done = {};
    done.change = !known                                  ? Change::kNone
                  : known->revision != expected_revision  ? Change::kOtherRevision
                  : wouldLeaveNone(session, *known, next) ? Change::kLastAdministrator
                                                          : Change::kDone;
    if (done.change != Change::kDone) return;
    const desk::Seat before = seatOf(session, next.id);
    const desk::Seat after{.role = next.role,
                           .staff_id = next.id,
                           .county = next.county,
                           .unit = next.unit,
                           .active = next.active};
    done.matters.left = hand_on.asks ? mattersLost(session, before, after, actor) : 0;
    if (done.matters.left > 0) {
      done.change = Change::kHoldsMatters;
      return;
    }
    save(session, next);
    StaffMember kept = next;
    kept.revision = known->revision + 1;
    AuditEntry entry = entryOf(desk::AuditAction::kChanged, kept, actor);
    entry.fields = differences(*known, next);
    writeAudit(session, entry);
    done.matters = handOn(session, before, after, hand_on.to, true, actor);
  });
  return done;
}

bool StaffMembers::setPassword(std::int64_t id, std::string_view hash, bool must_change,
                               const Actor& actor) {
  checkHash(hash);
  const std::string next(hash);
  bool there = false;
  database_.write([&](soci::session& session) {
    const auto known = readMember(session, id);
    there = known.has_value();
    if (!there) return;
    savePassword(session, id, next, must_change);
    writeAudit(session, entryOf(desk::AuditAction::kPasswordReset, *known, actor));
  });
  return there;
}

bool StaffMembers::changePassword(const StaffSession& next_session, std::string_view old_hash,
                                  std::string_view hash, const Actor& actor) {
  checkHash(hash);
  check(next_session);
  const std::string next(hash);
  bool done = false;
  database_.write([&](soci::session& session) {
    const auto known = readMember(session, next_session.staff_id);
    done = known && known->active && known->password_hash == old_hash;
    if (!done) return;
    savePassword(session, known->id, next, false);
    store::insert(session, next_session);
    AuditEntry entry = entryOf(desk::AuditAction::kPasswordChanged, *known, actor);
    entry.object = desk::AuditObject::kSession;
    entry.revision = 0;
    writeAudit(session, entry);
  });
  return done;
}

bool StaffMembers::rehash(std::int64_t id, std::string_view old_hash, std::string_view hash) {
  checkHash(hash);
  const std::string old(old_hash);
  const std::string next(hash);
  std::int64_t changed = 0;
  database_.write([&](soci::session& session) {
    changed = Statement(session)
                  .use(next, "hash")
                  .use(id, "id")
                  .use(old, "old")
                  .change(
                      "UPDATE staff_member SET password_hash = :hash WHERE id = :id AND "
                      "password_hash = :old");
  });
  return changed > 0;
}

}  // namespace policycalc::store

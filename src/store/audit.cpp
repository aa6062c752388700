#include "policycalc/store/audit.h"

#include <algorithm>
#include <limits>

#include "store/database.h"
#include "store/statement.h"
#include "store/trail.h"
#include "store/values.h"
#include "store/words.h"

namespace policycalc::store {
namespace {

constexpr const char* kSelect =
    "SELECT id, at, staff_id, address, action, object, object_id, revision, county, fields,"
    " CASE WHEN object = 'matter' THEN coalesce((SELECT m.reference FROM matter m"
    " WHERE m.id = audit.object_id), '') ELSE '' END FROM audit";

/// What a unit sees: its matters once they were handed over, its members, and what they did.
constexpr const char* kOfUnit =
    "((object = 'matter' AND object_id IN"
    " (SELECT m.id FROM matter m WHERE m.unit = :unit AND m.handed_over = 1))"
    " OR (object IN ('staff', 'session') AND object_id IN"
    " (SELECT s.id FROM staff_member s WHERE s.unit = :unit))"
    " OR (object <> 'matter' AND staff_id IN"
    " (SELECT s.id FROM staff_member s WHERE s.unit = :unit)))";

void check(const AuditEntry& entry) {
  refuseNul("an audit entry", {entry.actor.address, entry.county});
}

/// A row of kSelect.
struct Row {
  AuditEntry entry;
  std::int64_t at = 0;
  std::string action;
  std::string object;
  std::string fields;

  void bind(Statement& query) {
    query.into(entry.id).into(at).into(entry.actor.staff_id).into(entry.actor.address);
    query.into(action).into(object).into(entry.object_id).into(entry.revision);
    query.into(entry.county).into(fields).into(entry.reference);
  }

  AuditEntry take() const {
    AuditEntry taken = entry;
    taken.actor.at = fromSeconds(at);
    taken.action = actionFrom(action);
    taken.object = objectFrom(object);
    taken.fields = splitWords(fields);
    return taken;
  }
};

}  // namespace

std::int64_t writeAudit(soci::session& session, const AuditEntry& entry) {
  check(entry);
  const std::int64_t at = toSeconds(entry.actor.at);
  const std::string action = wordOf(entry.action);
  const std::string object = wordOf(entry.object);
  const std::string fields = joinWords("an audit entry", entry.fields);
  std::int64_t id = 0;
  session << "INSERT INTO audit (at, staff_id, address, action, object, object_id, revision,"
             " county, fields) VALUES (:at, :staff, :address, :action, :object, :object_id,"
             " :revision, :county, :fields) RETURNING id",
      soci::use(at), soci::use(entry.actor.staff_id), soci::use(entry.actor.address),
      soci::use(action), soci::use(object), soci::use(entry.object_id), soci::use(entry.revision),
      soci::use(entry.county), soci::use(fields), soci::into(id);
  return id;
}

std::int64_t AuditTrail::append(const AuditEntry& entry) {
  std::int64_t id = 0;
  database_.write([&](soci::session& session) { id = writeAudit(session, entry); });
  return id;
}

std::vector<AuditEntry> AuditTrail::list(const AuditQuery& query) const {
  constexpr std::int64_t kEver = std::numeric_limits<std::int64_t>::max();
  const std::string object = query.object ? wordOf(*query.object) : std::string();
  const std::int64_t from = query.from ? toSeconds(*query.from) : -kEver;
  const std::int64_t before = query.before ? toSeconds(*query.before) : kEver;
  const std::int64_t below = query.below > 0 ? query.below : kEver;
  const auto most = static_cast<std::int64_t>(
      std::min(query.most, static_cast<std::size_t>(std::numeric_limits<int>::max())));
  // Each condition that asks for nothing is true of every entry.
  const std::string sql =
      std::string(kSelect) +
      " WHERE (:object = '' OR object = :object)"
      " AND (:object_id = 0 OR object_id = :object_id)"
      " AND (:staff = 0 OR staff_id = :staff)"
      " AND (:county = '' OR county = :county)"
      " AND (:unit = '' OR " +
      kOfUnit +
      ")"
      " AND (:reference = '' OR (object = 'matter' AND object_id IN"
      " (SELECT m.id FROM matter m WHERE m.reference = :reference)))"
      " AND (:name = '' OR staff_id IN"
      " (SELECT s.id FROM staff_member s WHERE replace(s.name, :name, '') <> s.name))"
      " AND at >= :from AND at < :before AND id < :below"
      " ORDER BY id DESC LIMIT :most";
  return database_.read([&](soci::session& session) {
    Row row;
    Statement entries(session);
    row.bind(entries);
    entries.use(object, "object").use(query.object_id, "object_id").use(query.staff_id, "staff");
    entries.use(query.county, "county").use(from, "from").use(before, "before");
    entries.use(below, "below").use(most, "most").use(query.unit, "unit");
    entries.use(query.reference, "reference").use(query.staff_name, "name");
    return allRows(entries, sql, row);
  });
}

std::vector<AuditEntry> AuditTrail::since(desk::AuditObject object, std::int64_t object_id,
                                          std::int64_t revision) const {
  const std::string word = wordOf(object);
  return database_.read([&](soci::session& session) {
    Row row;
    Statement entries(session);
    row.bind(entries);
    entries.use(word, "object").use(object_id, "object_id").use(revision, "revision");
    return allRows(entries,
                   std::string(kSelect) +
                       " WHERE object = :object AND object_id = :object_id"
                       " AND revision > :revision ORDER BY id",
                   row);
  });
}

}  // namespace policycalc::store

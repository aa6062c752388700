#include "store/soci/audit.h"

#include <algorithm>
#include <limits>
#include <sstream>

#include <soci/soci.h>

#include "policycalc/store/error.h"

#include "store/soci/sqlite_errors.h"
#include "store/soci/values.h"

namespace policycalc::store::sqlite {
namespace {

constexpr const char* kSelect =
    "SELECT id, at, staff_id, address, action, object, object_id, revision, county, fields"
    " FROM audit";

void check(const AuditEntry& entry) {
  if (entry.action.empty() || entry.object.empty()) refuse("an audit entry names what was done");
  refuseNul("an audit entry", {entry.actor.address, entry.action, entry.object, entry.county});
  for (const std::string& field : entry.fields) {
    refuseNul("an audit entry", {field});
    if (field.empty() || field.find(' ') != std::string::npos) {
      refuse("a field of an audit entry is one word");
    }
  }
}

std::string joined(const std::vector<std::string>& fields) {
  std::string all;
  for (const std::string& field : fields) all += (all.empty() ? "" : " ") + field;
  return all;
}

std::vector<std::string> parted(const std::string& all) {
  std::istringstream stream(all);
  std::vector<std::string> fields;
  for (std::string field; std::getline(stream, field, ' ');) fields.push_back(field);
  return fields;
}

/// A row as SOCI binds it.
struct Row {
  AuditEntry entry;
  std::int64_t at = 0;
  std::string fields;

  AuditEntry take() const {
    AuditEntry taken = entry;
    taken.actor.at = fromSeconds(at);
    taken.fields = parted(fields);
    return taken;
  }
};

soci::details::prepare_temp_type intoRow(soci::details::prepare_temp_type statement, Row& row) {
  AuditEntry& entry = row.entry;
  statement, soci::into(entry.id), soci::into(row.at), soci::into(entry.actor.staff_id),
      soci::into(entry.actor.address), soci::into(entry.action), soci::into(entry.object),
      soci::into(entry.object_id), soci::into(entry.revision), soci::into(entry.county),
      soci::into(row.fields);
  return statement;
}

std::vector<AuditEntry> allOf(soci::statement& query, const Row& row) {
  std::vector<AuditEntry> entries;
  query.execute();
  while (query.fetch()) entries.push_back(row.take());
  return entries;
}

}  // namespace

std::int64_t writeAudit(soci::session& session, const AuditEntry& entry) {
  check(entry);
  const std::int64_t at = toSeconds(entry.actor.at);
  const std::string fields = joined(entry.fields);
  session << "INSERT INTO audit (at, staff_id, address, action, object, object_id, revision,"
             " county, fields) VALUES (:at, :staff, :address, :action, :object, :object_id,"
             " :revision, :county, :fields)",
      soci::use(at), soci::use(entry.actor.staff_id), soci::use(entry.actor.address),
      soci::use(entry.action), soci::use(entry.object), soci::use(entry.object_id),
      soci::use(entry.revision), soci::use(entry.county), soci::use(fields);
  std::int64_t id = 0;
  session << "SELECT last_insert_rowid()", soci::into(id);
  return id;
}

std::int64_t SociAuditTrail::append(const AuditEntry& entry) {
  std::int64_t id = 0;
  writer_.submit([&](soci::session& session) { id = writeAudit(session, entry); });
  return id;
}

std::vector<AuditEntry> SociAuditTrail::list(const AuditQuery& query) const {
  return translating([&] {
    constexpr std::int64_t kEver = std::numeric_limits<std::int64_t>::max();
    const std::int64_t from = query.from ? toSeconds(*query.from) : -kEver;
    const std::int64_t before = query.before ? toSeconds(*query.before) : kEver;
    const std::int64_t below = query.below > 0 ? query.below : kEver;
    const auto most = static_cast<std::int64_t>(
        std::min(query.most, static_cast<std::size_t>(std::numeric_limits<int>::max())));
    Row row;
    const Readers::Lease reader = readers_.lease();
    // Each condition that asks for nothing is true of every entry.
    soci::statement found =
        (intoRow(reader.session().prepare << kSelect
                                          << " WHERE (:object = '' OR object = :object)"
                                             " AND (:object_id = 0 OR object_id = :object_id)"
                                             " AND (:staff = 0 OR staff_id = :staff)"
                                             " AND (:county = '' OR county = :county)"
                                             " AND at >= :from AND at < :before AND id < :below"
                                             " ORDER BY id DESC LIMIT :most",
                 row),
         soci::use(query.object, "object"), soci::use(query.object_id, "object_id"),
         soci::use(query.staff_id, "staff"), soci::use(query.county, "county"),
         soci::use(from, "from"), soci::use(before, "before"), soci::use(below, "below"),
         soci::use(most, "most"));
    return allOf(found, row);
  });
}

std::vector<AuditEntry> SociAuditTrail::since(std::string_view object, std::int64_t object_id,
                                              std::int64_t revision) const {
  return translating([&] {
    const std::string name(object);
    Row row;
    const Readers::Lease reader = readers_.lease();
    soci::statement found =
        (intoRow(reader.session().prepare << kSelect
                                          << " WHERE object = :object AND object_id = :object_id"
                                             " AND revision > :revision ORDER BY id",
                 row),
         soci::use(name), soci::use(object_id), soci::use(revision));
    return allOf(found, row);
  });
}

}  // namespace policycalc::store::sqlite

#include "policycalc/store/applicants.h"

#include "store/authorisations.h"
#include "store/confirmed_time.h"
#include "store/database.h"
#include "store/key_check.h"
#include "store/open_matters.h"
#include "store/statement.h"
#include "store/trail.h"
#include "store/values.h"
#include "store/words.h"

namespace policycalc::store {
namespace {

/// Selects the applicants in force. `sealed` is the expression that is read for it, and the
/// parameter `:now` the time. A condition may follow.
std::string select(const char* sealed) {
  return std::string(
             "SELECT a.id, a.county, a.firm, a.firm_next, a.revision, a.created_at, a.changed_at,"
             " a.key_by_service, a.sealed_name, ") +
         sealed +
         ", h.id, h.given, h.for_matters, h.until, h.lookup, h.sealed_by, h.recorded_at,"
         " h.recorded_by, h.text_number FROM applicant a JOIN authorisation h ON h.applicant_id = "
         "a.id"
         " WHERE a.erased = 0 AND " +
         inForce();
}

/// A county of "" is any.
constexpr const char* kInCounty = " AND (:county = '' OR a.county = :county)";
constexpr const char* kLatestFirst = " ORDER BY a.changed_at DESC, a.id DESC, h.id DESC";

void checkTexts(const Applicant& applicant) {
  if (applicant.sealed_name.empty()) refuse("an applicant needs a name");
  refuseNul("an applicant",
            {applicant.firm, applicant.firm_next, applicant.sealed_name, applicant.sealed});
}

void checkNew(const Applicant& applicant, const Actor& actor) {
  checkTexts(applicant);
  if (applicant.county.empty()) refuse("an applicant needs a county");
  if (applicant.key_by_service.empty()) refuse("an applicant needs a key");
  refuseNul("an applicant", {applicant.county, applicant.key_by_service});
  check(applicant.authorisation, actor.at);
}

/// A row of select().
struct Row {
  Applicant applicant;
  std::string given;
  int for_matters = 0;
  std::int64_t created_at = 0;
  std::int64_t changed_at = 0;
  std::int64_t until = 0;
  std::int64_t recorded_at = 0;

  void bind(Statement& query) {
    Authorisation& authorisation = applicant.authorisation;
    query.into(applicant.id).into(applicant.county).into(applicant.firm);
    query.into(applicant.firm_next).into(applicant.revision);
    query.into(created_at).into(changed_at).into(applicant.key_by_service);
    query.into(applicant.sealed_name).into(applicant.sealed).into(authorisation.id).into(given);
    query.into(for_matters).into(until).into(authorisation.lookup).into(authorisation.sealed_by);
    query.into(recorded_at).into(authorisation.recorded_by).into(authorisation.text_number);
  }

  Applicant take() const {
    Applicant taken = applicant;
    taken.created_at = fromSeconds(created_at);
    taken.changed_at = fromSeconds(changed_at);
    taken.authorisation.given = wayFrom(given);
    taken.authorisation.for_matters = for_matters != 0;
    taken.authorisation.until = fromSeconds(until);
    taken.authorisation.recorded_at = fromSeconds(recorded_at);
    return taken;
  }
};

/// The first applicant in force that fits `condition`, which may end in an order. `use` binds its
/// parameters.
template <typename Use>
std::optional<Applicant> findOne(Database& database, const std::string& condition,
                                 std::chrono::sys_seconds now, const Use& use) {
  return database.read([&](soci::session& session) {
    const std::int64_t seconds = endingSeconds(session, now);
    return readRow<Row>(session, select("a.sealed") + condition + " LIMIT 1",
                        [&](Statement& query) { use(query.use(seconds, "now")); });
  });
}

/// The ids or the firm. Ids are numbers and need no parameters, of which an engine takes only so
/// many.
std::string namedBy(const ApplicantQuery& query) {
  std::string condition = " AND (0 = 1";
  if (query.ids && !query.ids->empty()) {
    std::string list;
    for (const std::int64_t id : *query.ids) {
      list += (list.empty() ? "" : ", ") + std::to_string(id);
    }
    condition += " OR a.id IN (" + list + ")";
  }
  if (!query.firm.empty()) condition += " OR a.firm = :firm";
  return condition + ")";
}

/// A row of the names that have changed.
struct NameRow {
  NameChange change;

  void bind(Statement& query) {
    query.into(change.number).into(change.applicant_id).into(change.key_by_service);
    query.into(change.sealed_name);
  }
  NameChange take() const { return change; }
};

/// What a change needs to know of the applicant.
struct Current {
  std::int64_t revision = 0;  ///< 0: no such applicant, or no authorisation in force
  std::string county;
};

Current currentOf(soci::session& session, std::int64_t id, std::chrono::sys_seconds now) {
  Current current;
  const std::int64_t seconds = endingSeconds(session, now);
  session << "SELECT a.revision, a.county FROM applicant a WHERE a.erased = 0 AND a.id = :id"
             " AND EXISTS (SELECT 1 FROM authorisation h WHERE h.applicant_id = a.id AND "
          << inForce() << ")",
      soci::use(id, "id"), soci::use(seconds, "now"), soci::into(current.revision),
      soci::into(current.county);
  return session.got_data() ? current : Current{};
}

/// Whether another applicant of the county than `id` has the firm. Expired ones don't block; they
/// are ended here.
bool isTaken(soci::session& session, const std::string& firm, const std::string& county,
             std::int64_t id, std::chrono::sys_seconds now) {
  if (firm.empty()) return false;
  for (const std::int64_t over : applicantsOver(session, firm, county, now)) {
    endApplicant(session, over, endOf(session, over, now), {0, "", now});
  }
  int others = 0;
  session << "SELECT count(*) FROM applicant"
             " WHERE erased = 0 AND firm = :firm AND county = :county AND id <> :id",
      soci::use(firm), soci::use(county), soci::use(id), soci::into(others);
  return others > 0;
}

std::int64_t insert(soci::session& session, const Applicant& applicant, const Actor& actor) {
  const std::int64_t at = toSeconds(actor.at);
  std::int64_t id = 0;
  session << "INSERT INTO applicant (county, firm, firm_next, revision, created_at, changed_at,"
             " erased, key_by_service, sealed_name, sealed) VALUES (:county, :firm, :next, 1,"
             " :created, :changed, 0, :by_service, :name, :sealed) RETURNING id",
      soci::use(applicant.county), soci::use(applicant.firm), soci::use(applicant.firm_next),
      soci::use(at), soci::use(at), soci::use(applicant.key_by_service),
      soci::use(applicant.sealed_name), soci::use(applicant.sealed), soci::into(id);
  return id;
}

void update(soci::session& session, const Applicant& next, const Actor& actor) {
  const std::int64_t at = toSeconds(actor.at);
  session << "UPDATE applicant SET firm = :firm, firm_next = :next, sealed_name = :name,"
             " sealed = :sealed, changed_at = :at, revision = revision + 1 WHERE id = :id",
      soci::use(next.firm), soci::use(next.firm_next), soci::use(next.sealed_name),
      soci::use(next.sealed), soci::use(at), soci::use(next.id);
}

void tell(soci::session& session, desk::AuditAction action, std::int64_t id, const Current& now,
          const std::vector<std::string>& fields, const Actor& actor) {
  AuditEntry entry;
  entry.actor = actor;
  entry.action = action;
  entry.object_id = id;
  entry.revision = now.revision;
  entry.county = now.county;
  entry.fields = fields;
  writeAudit(session, entry);
}

}  // namespace

std::optional<std::int64_t> Applicants::add(const Applicant& applicant, const Actor& actor) {
  checkNew(applicant, actor);
  std::optional<std::int64_t> id;
  const Database::Job job = [&](soci::session& session) {
    id.reset();
    requireKeys(session, applicant.keys);
    if (isTaken(session, applicant.firm, applicant.county, 0, actor.at)) return;
    id = insert(session, applicant, actor);
    record(session, *id, applicant.authorisation, actor);
    tell(session, desk::AuditAction::kAdded, *id, {1, applicant.county}, {}, actor);
  };
  database_.write(job, Database::Erases::kYes);
  return id;
}

std::optional<Applicant> Applicants::find(std::int64_t id, std::chrono::sys_seconds now) const {
  return findOne(database_, " AND a.id = :id ORDER BY h.id DESC", now,
                 [&](Statement& query) { query.use(id, "id"); });
}

std::optional<Applicant> Applicants::findByFirm(std::string_view firm, std::string_view county,
                                                std::chrono::sys_seconds now) const {
  if (firm.empty()) return std::nullopt;
  const std::string wanted(firm);
  const std::string there(county);
  return findOne(database_, std::string(" AND a.firm = :firm") + kInCounty + kLatestFirst, now,
                 [&](Statement& query) { query.use(wanted, "firm").use(there, "county"); });
}

std::optional<Applicant> Applicants::findByLookup(std::string_view lookup,
                                                  std::chrono::sys_seconds now) const {
  if (lookup.empty()) return std::nullopt;
  const std::string wanted(lookup);
  return findOne(database_, std::string(" AND h.lookup = :lookup") + kLatestFirst, now,
                 [&](Statement& query) { query.use(wanted, "lookup"); });
}

std::vector<Applicant> Applicants::list(const ApplicantQuery& query,
                                        std::chrono::sys_seconds now) const {
  std::string wanted = kInCounty;
  if (!query.lookup.empty()) wanted += " AND h.lookup = :lookup";
  if (query.ids || !query.firm.empty()) wanted += namedBy(query);
  wanted += kLatestFirst;
  if (query.most > 0) wanted += " LIMIT " + std::to_string(query.most);
  return database_.read([&](soci::session& session) {
    const std::int64_t seconds = endingSeconds(session, now);
    return readRows<Row>(session, select("''") + wanted, [&](Statement& statement) {
      statement.use(seconds, "now").use(query.county, "county");
      if (!query.lookup.empty()) statement.use(query.lookup, "lookup");
      if (!query.firm.empty()) statement.use(query.firm, "firm");
    });
  });
}

std::vector<Applicant> Applicants::list(std::string_view county,
                                        std::chrono::sys_seconds now) const {
  return list({.county = std::string(county)}, now);
}

std::vector<NameChange> Applicants::nameChanges(std::int64_t number) const {
  return database_.read([&](soci::session& session) {
    return readRows<NameRow>(session,
                             "SELECT c.number, a.id, a.key_by_service, a.sealed_name"
                             " FROM applicant_change c JOIN applicant a ON a.id = c.applicant_id"
                             " WHERE c.number > :number ORDER BY c.number",
                             [&](Statement& query) { query.use(number, "number"); });
  });
}

Applicants::Change Applicants::replace(const Applicant& next, std::int64_t expected_revision,
                                       const std::vector<std::string>& fields, const Actor& actor) {
  checkTexts(next);
  Change change = Change::kNone;
  const Database::Job job = [&](soci::session& session) {
    requireKeys(session, next.keys);
    const Current current = currentOf(session, next.id, actor.at);
    change = current.revision == 0                   ? Change::kNone
             : current.revision != expected_revision ? Change::kOtherRevision
                                                     : Change::kDone;
    if (change != Change::kDone) return;
    if (isTaken(session, next.firm, current.county, next.id, actor.at)) {
      refuse("another applicant of that county has that firm");
    }
    if (wouldDoubleMatter(session, next.id, next.firm, endingSeconds(session, actor.at))) {
      change = Change::kMatterOpen;
      return;
    }
    update(session, next, actor);
    tell(session, desk::AuditAction::kChanged, next.id, {current.revision + 1, current.county},
         fields, actor);
  };
  database_.write(job, Database::Erases::kYes);
  return change;
}

bool Applicants::authorise(std::int64_t id, const Authorisation& authorisation,
                           const Actor& actor) {
  check(authorisation, actor.at);
  const std::int64_t at = toSeconds(actor.at);
  bool there = false;
  const Database::Job job = [&](soci::session& session) {
    const Current current = currentOf(session, id, actor.at);
    there = current.revision != 0;
    if (!there) return;
    session << "UPDATE authorisation SET ended_at = :at, sealed_by = ''"
               " WHERE applicant_id = :id AND ended_at = 0",
        soci::use(at), soci::use(id);
    record(session, id, authorisation, actor);
    tell(session, desk::AuditAction::kAuthorised, id, current, {"authorisation"}, actor);
  };
  database_.write(job, Database::Erases::kYes);
  return there;
}

bool Applicants::withdraw(std::int64_t id, const Actor& actor) {
  bool there = false;
  const Database::Job job = [&](soci::session& session) {
    there = currentOf(session, id, actor.at).revision != 0;
    if (there) endApplicant(session, id, desk::MatterState::kWithdrawn, actor);
  };
  database_.erase(job);
  return there;
}

std::size_t Applicants::endOver(std::chrono::sys_seconds now) {
  std::size_t ended = 0;
  const Database::Job job = [&](soci::session& session) {
    const std::vector<std::int64_t> over = applicantsOver(session, "", "", now);
    for (const std::int64_t id : over) {
      endApplicant(session, id, endOf(session, id, now), {0, "", now});
    }
    ended = over.size();
  };
  database_.erase(job);
  database_.counters().ended_applicants += ended;
  return ended;
}

}  // namespace policycalc::store

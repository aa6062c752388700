#include "store/soci/applicants.h"

#include <soci/soci.h>

#include "store/soci/audit.h"
#include "store/soci/authorisations.h"
#include "store/soci/open_matters.h"
#include "store/soci/sqlite_errors.h"
#include "store/soci/values.h"

namespace policycalc::store::sqlite {
namespace {

/// Of those in force; `sealed` is the expression that is read for it. A condition may follow.
std::string select(const char* sealed) {
  return std::string(
             "SELECT a.id, a.county, a.firm, a.revision, a.created_at, a.changed_at,"
             " a.key_by_service, a.sealed_name, ") +
         sealed +
         ", h.id, h.given, h.for_matters, h.until, h.lookup, h.sealed_by, h.recorded_at,"
         " h.recorded_by FROM applicant a JOIN authorisation h ON h.applicant_id = a.id"
         " WHERE a.erased = 0 AND " +
         kInForce;
}

/// Two parameters, both the county; "" is any.
constexpr const char* kInCounty = " AND (:any = '' OR a.county = :county)";
constexpr const char* kLatestFirst = " ORDER BY a.changed_at DESC, a.id DESC, h.id DESC";

/// What is replaced by a later change.
void checkTexts(const Applicant& applicant) {
  if (applicant.sealed_name.empty()) refuse("an applicant needs a name");
  refuseNul("an applicant", {applicant.firm, applicant.sealed_name, applicant.sealed});
}

void checkNew(const Applicant& applicant, const Actor& actor) {
  checkTexts(applicant);
  if (applicant.county.empty()) refuse("an applicant needs a county");
  if (applicant.key_by_service.empty()) refuse("an applicant needs a key");
  refuseNul("an applicant", {applicant.county, applicant.key_by_service});
  check(applicant.authorisation, actor.at);
}

/// A row as SOCI binds it.
struct Row {
  Applicant applicant;
  int for_matters = 0;
  std::int64_t created_at = 0;
  std::int64_t changed_at = 0;
  std::int64_t until = 0;
  std::int64_t recorded_at = 0;

  Applicant take() const {
    Applicant taken = applicant;
    taken.created_at = fromSeconds(created_at);
    taken.changed_at = fromSeconds(changed_at);
    taken.authorisation.for_matters = for_matters != 0;
    taken.authorisation.until = fromSeconds(until);
    taken.authorisation.recorded_at = fromSeconds(recorded_at);
    return taken;
  }
};

/// `statement` filling `row` at each fetch.
soci::details::prepare_temp_type intoRow(soci::details::prepare_temp_type statement, Row& row) {
  Applicant& applicant = row.applicant;
  Authorisation& authorisation = applicant.authorisation;
  statement, soci::into(applicant.id), soci::into(applicant.county), soci::into(applicant.firm),
      soci::into(applicant.revision), soci::into(row.created_at), soci::into(row.changed_at),
      soci::into(applicant.key_by_service), soci::into(applicant.sealed_name),
      soci::into(applicant.sealed), soci::into(authorisation.id), soci::into(authorisation.given),
      soci::into(row.for_matters), soci::into(row.until), soci::into(authorisation.lookup),
      soci::into(authorisation.sealed_by), soci::into(row.recorded_at),
      soci::into(authorisation.recorded_by);
  return statement;
}

/// The first row that `query` gives, which is its only one.
std::optional<Applicant> only(soci::statement& query, const Row& row) {
  if (!query.execute(true)) return std::nullopt;
  // Fetched to its end, so that the session does not go on reading in this snapshot.
  Applicant found = row.take();
  query.fetch();
  return found;
}

/// What a change needs to know of the one it changes.
struct Current {
  std::int64_t revision = 0;  ///< 0: there is none, or none in force
  std::string county;
};

Current currentOf(soci::session& session, std::int64_t id, std::chrono::sys_seconds now) {
  Current current;
  const std::int64_t seconds = toSeconds(now);
  session << "SELECT a.revision, a.county FROM applicant a WHERE a.erased = 0 AND a.id = :id"
             " AND EXISTS (SELECT 1 FROM authorisation h WHERE h.applicant_id = a.id AND "
          << kInForce << ")",
      soci::use(id), soci::use(seconds), soci::use(seconds), soci::into(current.revision),
      soci::into(current.county);
  return session.got_data() ? current : Current{};
}

/// Whether another applicant of the county than `id` has the firm. One that is over does not stand
/// in the way: it is ended here, if nobody did it yet.
bool isTaken(soci::session& session, const std::string& firm, const std::string& county,
             std::int64_t id, std::chrono::sys_seconds now) {
  if (firm.empty()) return false;
  for (const std::int64_t over : applicantsOver(session, firm, county, now)) {
    endApplicant(session, over, "ended", {0, "", now});
  }
  int others = 0;
  session << "SELECT count(*) FROM applicant"
             " WHERE erased = 0 AND firm = :firm AND county = :county AND id <> :id",
      soci::use(firm), soci::use(county), soci::use(id), soci::into(others);
  return others > 0;
}

std::int64_t insert(soci::session& session, const Applicant& applicant, const Actor& actor) {
  const std::int64_t at = toSeconds(actor.at);
  session << "INSERT INTO applicant (county, firm, revision, created_at, changed_at, erased,"
             " key_by_service, sealed_name, sealed) VALUES (:county, :firm, 1, :created, :changed,"
             " 0, :by_service, :name, :sealed)",
      soci::use(applicant.county), soci::use(applicant.firm), soci::use(at), soci::use(at),
      soci::use(applicant.key_by_service), soci::use(applicant.sealed_name),
      soci::use(applicant.sealed);
  std::int64_t id = 0;
  session << "SELECT last_insert_rowid()", soci::into(id);
  return id;
}

void update(soci::session& session, const Applicant& next, const Actor& actor) {
  const std::int64_t at = toSeconds(actor.at);
  session << "UPDATE applicant SET firm = :firm, sealed_name = :name, sealed = :sealed,"
             " changed_at = :at, revision = revision + 1 WHERE id = :id",
      soci::use(next.firm), soci::use(next.sealed_name), soci::use(next.sealed), soci::use(at),
      soci::use(next.id);
}

void tell(soci::session& session, const char* action, std::int64_t id, const Current& now,
          const std::vector<std::string>& fields, const Actor& actor) {
  AuditEntry entry;
  entry.actor = actor;
  entry.action = action;
  entry.object = "applicant";
  entry.object_id = id;
  entry.revision = now.revision;
  entry.county = now.county;
  entry.fields = fields;
  writeAudit(session, entry);
}

}  // namespace

std::optional<std::int64_t> SociApplicants::add(const Applicant& applicant, const Actor& actor) {
  checkNew(applicant, actor);
  std::optional<std::int64_t> id;
  const WriteJob job = [&](soci::session& session) {
    id.reset();
    if (isTaken(session, applicant.firm, applicant.county, 0, actor.at)) return;
    id = insert(session, applicant, actor);
    record(session, *id, applicant.authorisation, actor);
    tell(session, "added", *id, {1, applicant.county}, {}, actor);
  };
  writer_.submit(job, Writer::Erases::kYes);
  return id;
}

std::optional<Applicant> SociApplicants::find(std::int64_t id, std::chrono::sys_seconds now) const {
  return translating([&] {
    Row row;
    const std::int64_t seconds = toSeconds(now);
    const Readers::Lease reader = readers_.lease();
    soci::statement query =
        (intoRow(reader.session().prepare << select("a.sealed")
                                          << " AND a.id = :id ORDER BY h.id DESC LIMIT 1",
                 row),
         soci::use(seconds), soci::use(seconds), soci::use(id));
    return only(query, row);
  });
}

std::optional<Applicant> SociApplicants::findByFirm(std::string_view firm, std::string_view county,
                                                    std::chrono::sys_seconds now) const {
  if (firm.empty()) return std::nullopt;
  return translating([&] {
    Row row;
    const std::string wanted(firm);
    const std::string there(county);
    const std::int64_t seconds = toSeconds(now);
    const Readers::Lease reader = readers_.lease();
    soci::statement query =
        (intoRow(reader.session().prepare << select("a.sealed") << " AND a.firm = :firm"
                                          << kInCounty << kLatestFirst << " LIMIT 1",
                 row),
         soci::use(seconds), soci::use(seconds), soci::use(wanted), soci::use(there),
         soci::use(there));
    return only(query, row);
  });
}

std::optional<Applicant> SociApplicants::findByLookup(std::string_view lookup,
                                                      std::chrono::sys_seconds now) const {
  if (lookup.empty()) return std::nullopt;
  return translating([&] {
    Row row;
    const std::string wanted(lookup);
    const std::int64_t seconds = toSeconds(now);
    const Readers::Lease reader = readers_.lease();
    soci::statement query =
        (intoRow(reader.session().prepare << select("a.sealed") << " AND h.lookup = :lookup"
                                          << kLatestFirst << " LIMIT 1",
                 row),
         soci::use(seconds), soci::use(seconds), soci::use(wanted));
    return only(query, row);
  });
}

std::vector<Applicant> SociApplicants::list(std::string_view county,
                                            std::chrono::sys_seconds now) const {
  return translating([&] {
    std::vector<Applicant> applicants;
    Row row;
    const std::string wanted(county);
    const std::int64_t seconds = toSeconds(now);
    const Readers::Lease reader = readers_.lease();
    soci::statement query =
        (intoRow(reader.session().prepare << select("''") << kInCounty << kLatestFirst, row),
         soci::use(seconds), soci::use(seconds), soci::use(wanted), soci::use(wanted));
    query.execute();
    while (query.fetch()) applicants.push_back(row.take());
    return applicants;
  });
}

Applicants::Change SociApplicants::replace(const Applicant& next, std::int64_t expected_revision,
                                           const std::vector<std::string>& fields,
                                           const Actor& actor) {
  checkTexts(next);
  Change change = Change::kNone;
  const WriteJob job = [&](soci::session& session) {
    const Current current = currentOf(session, next.id, actor.at);
    change = current.revision == 0                   ? Change::kNone
             : current.revision != expected_revision ? Change::kOtherRevision
                                                     : Change::kDone;
    if (change != Change::kDone) return;
    if (isTaken(session, next.firm, current.county, next.id, actor.at)) {
      refuse("another applicant of that county has that firm");
    }
    if (wouldDoubleMatter(session, next.id, next.firm, toSeconds(actor.at))) {
      change = Change::kMatterOpen;
      return;
    }
    update(session, next, actor);
    tell(session, "changed", next.id, {current.revision + 1, current.county}, fields, actor);
  };
  writer_.submit(job, Writer::Erases::kYes);
  return change;
}

bool SociApplicants::authorise(std::int64_t id, const Authorisation& authorisation,
                               const Actor& actor) {
  check(authorisation, actor.at);
  const std::int64_t at = toSeconds(actor.at);
  bool there = false;
  const WriteJob job = [&](soci::session& session) {
    const Current current = currentOf(session, id, actor.at);
    there = current.revision != 0;
    if (!there) return;
    session << "UPDATE authorisation SET ended_at = :at, sealed_by = ''"
               " WHERE applicant_id = :id AND ended_at = 0",
        soci::use(at), soci::use(id);
    record(session, id, authorisation, actor);
    tell(session, "authorised", id, current, {"authorisation"}, actor);
  };
  writer_.submit(job, Writer::Erases::kYes);
  return there;
}

bool SociApplicants::withdraw(std::int64_t id, const Actor& actor) {
  bool there = false;
  const WriteJob job = [&](soci::session& session) {
    there = currentOf(session, id, actor.at).revision != 0;
    if (there) endApplicant(session, id, "withdrawn", actor);
  };
  writer_.submit(job, Writer::Erases::kYes);
  return there;
}

std::size_t SociApplicants::endOver(std::chrono::sys_seconds now) {
  std::size_t ended = 0;
  const WriteJob job = [&](soci::session& session) {
    const std::vector<std::int64_t> over = applicantsOver(session, "", "", now);
    for (const std::int64_t id : over) endApplicant(session, id, "ended", {0, "", now});
    ended = over.size();
  };
  writer_.submit(job, Writer::Erases::kYes);
  return ended;
}

}  // namespace policycalc::store::sqlite

#include "store/soci/authorisations.h"

#include <soci/soci.h>

#include "store/soci/audit.h"
#include "store/soci/open_matters.h"
#include "store/soci/values.h"

namespace policycalc::store::sqlite {
namespace {

/// A matter that ends with the authorisation.
struct EndingCase {
  std::int64_t id = 0;
  std::string county;
  std::string state;
  std::int64_t handler_id = 0;
  std::int64_t revision = 0;
};

std::vector<EndingCase> openMattersOf(soci::session& session, std::int64_t applicant_id) {
  std::vector<EndingCase> matters;
  EndingCase row;
  soci::statement query =
      (session.prepare << "SELECT id, county, state, handler_id, revision FROM matter"
                          " WHERE applicant_id = :id AND state IN "
                       << kOpenStates << " ORDER BY id",
       soci::use(applicant_id), soci::into(row.id), soci::into(row.county), soci::into(row.state),
       soci::into(row.handler_id), soci::into(row.revision));
  query.execute();
  while (query.fetch()) matters.push_back(row);
  return matters;
}

void withdrawMatter(soci::session& session, const EndingCase& open, const Actor& actor) {
  const std::int64_t at = toSeconds(actor.at);
  session << "UPDATE matter SET state = 'withdrawn', state_since = :since, changed_at = :at,"
             " revision = revision + 1 WHERE id = :id",
      soci::use(at), soci::use(at), soci::use(open.id);
  session << "INSERT INTO matter_change (matter_id, at, staff_id, from_state, to_state, handler_id,"
             " sealed_reason) VALUES (:id, :at, :staff, :from, 'withdrawn', :handler, '')",
      soci::use(open.id), soci::use(at), soci::use(actor.staff_id), soci::use(open.state),
      soci::use(open.handler_id);
  AuditEntry entry;
  entry.actor = actor;
  entry.action = "withdrawn";
  entry.object = "matter";
  entry.object_id = open.id;
  entry.revision = open.revision + 1;
  entry.county = open.county;
  entry.fields = {"state"};
  writeAudit(session, entry);
}

/// What is sealed in its matters.
void eraseMattersOf(soci::session& session, std::int64_t applicant_id) {
  session << "UPDATE matter_note SET sealed_text = ''"
             " WHERE matter_id IN (SELECT id FROM matter WHERE applicant_id = :id)",
      soci::use(applicant_id);
  session << "UPDATE matter_change SET sealed_reason = ''"
             " WHERE matter_id IN (SELECT id FROM matter WHERE applicant_id = :id)",
      soci::use(applicant_id);
}

void eraseApplicant(soci::session& session, std::int64_t applicant_id, std::int64_t at) {
  session << "UPDATE authorisation SET sealed_by = '' WHERE applicant_id = :id",
      soci::use(applicant_id);
  session << "UPDATE authorisation SET ended_at = :at WHERE applicant_id = :id AND ended_at = 0",
      soci::use(at), soci::use(applicant_id);
  session << "UPDATE applicant SET erased = 1, firm = '', key_by_service = '', sealed_name = '',"
             " sealed = '', changed_at = :at, revision = revision + 1 WHERE id = :id",
      soci::use(at), soci::use(applicant_id);
}

}  // namespace

void check(const Authorisation& authorisation, std::chrono::sys_seconds at) {
  const bool by_code = authorisation.given == "code";
  if (!by_code && authorisation.given != "paper" && authorisation.given != "screen") {
    refuse("an authorisation is given by paper, screen or code");
  }
  if (by_code == authorisation.lookup.empty()) {
    refuse("an authorisation has a lookup if it is given by code, and only then");
  }
  if (authorisation.until <= at) refuse("an authorisation is over before it is recorded");
  refuseNul("an authorisation", {authorisation.lookup, authorisation.sealed_by});
}

void record(soci::session& session, std::int64_t applicant_id, const Authorisation& authorisation,
            const Actor& actor) {
  const std::int64_t at = toSeconds(actor.at);
  const std::int64_t until = toSeconds(authorisation.until);
  const int for_matters = authorisation.for_matters ? 1 : 0;
  if (authorisation.given == "code") {
    int agreed = 0;
    session << "SELECT count(*) FROM saved_profile"
               " WHERE lookup = :lookup AND may_help = 1 AND expires_at > :at",
        soci::use(authorisation.lookup), soci::use(at), soci::into(agreed);
    if (agreed == 0) refuse("the owner of the code does not agree that staff may help");
  }
  session << "INSERT INTO authorisation (applicant_id, given, for_matters, until, lookup,"
             " recorded_at, recorded_by, ended_at, sealed_by) VALUES (:id, :given, :for_matters,"
             " :until, :lookup, :at, :staff, 0, :by)",
      soci::use(applicant_id), soci::use(authorisation.given), soci::use(for_matters),
      soci::use(until), soci::use(authorisation.lookup), soci::use(at), soci::use(actor.staff_id),
      soci::use(authorisation.sealed_by);
}

std::vector<std::int64_t> applicantsOver(soci::session& session, const std::string& firm,
                                         const std::string& county, std::chrono::sys_seconds now) {
  const std::int64_t seconds = toSeconds(now);
  std::vector<std::int64_t> ids;
  std::int64_t id = 0;
  // Two statements, so that the one for a firm, which each new applicant needs, finds its index.
  soci::details::prepare_temp_type statement =
      session.prepare << "SELECT a.id FROM applicant a WHERE a.erased = 0"
                      << (firm.empty() ? "" : " AND a.firm = :firm AND a.county = :county")
                      << " AND NOT EXISTS (SELECT 1 FROM authorisation h"
                         " WHERE h.applicant_id = a.id AND "
                      << kInForce << ") ORDER BY a.id";
  statement, soci::use(seconds, "now"), soci::use(seconds, "now_too"), soci::into(id);
  if (!firm.empty()) statement, soci::use(firm, "firm"), soci::use(county, "county");
  soci::statement query = statement;
  query.execute();
  while (query.fetch()) ids.push_back(id);
  return ids;
}

void endApplicant(soci::session& session, std::int64_t applicant_id, const std::string& action,
                  const Actor& actor) {
  for (const EndingCase& open : openMattersOf(session, applicant_id)) {
    withdrawMatter(session, open, actor);
  }
  eraseMattersOf(session, applicant_id);
  eraseApplicant(session, applicant_id, toSeconds(actor.at));
  AuditEntry entry;
  entry.actor = actor;
  entry.action = action;
  entry.object = "applicant";
  entry.object_id = applicant_id;
  session << "SELECT county, revision FROM applicant WHERE id = :id", soci::use(applicant_id),
      soci::into(entry.county), soci::into(entry.revision);
  writeAudit(session, entry);
}

}  // namespace policycalc::store::sqlite

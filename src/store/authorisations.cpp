#include "store/authorisations.h"

#include "store/confirmed_time.h"
#include "store/statement.h"
#include "store/trail.h"
#include "store/values.h"
#include "store/words.h"

namespace policycalc::store {
namespace {

struct Id {
  std::int64_t value = 0;

  std::int64_t take() const { return value; }
};

/// A matter that ends with the authorisation.
struct EndingMatter {
  std::int64_t id = 0;
  std::string county;
  std::string state;
  std::int64_t handler_id = 0;
  std::int64_t revision = 0;

  EndingMatter take() const { return *this; }
};

std::vector<EndingMatter> openMattersOf(soci::session& session, std::int64_t applicant_id) {
  EndingMatter row;
  Statement query(session);
  query.into(row.id).into(row.county).into(row.state).into(row.handler_id).into(row.revision);
  query.use(applicant_id, "id");
  return allRows(query,
                 "SELECT id, county, state, handler_id, revision FROM matter"
                 " WHERE applicant_id = :id AND state IN " +
                     openStates() + " ORDER BY id",
                 row);
}

void endMatter(soci::session& session, const EndingMatter& open, desk::MatterState end,
               const Actor& actor) {
  const std::int64_t at = toSeconds(actor.at);
  const std::string ended = wordOf(end);
  session << "UPDATE matter SET state = :state, state_since = :since, changed_at = :at,"
             " due_day = 0, soon_day = 0, completing_from = 0, completing_until = 0,"
             " measure_moved = 0, revision = revision + 1 WHERE id = :id",
      soci::use(ended), soci::use(at), soci::use(at), soci::use(open.id);
  session << "INSERT INTO matter_change (matter_id, at, staff_id, from_state, to_state, handler_id,"
             " sealed_reason) VALUES (:id, :at, :staff, :from, :to, :handler, '')",
      soci::use(open.id), soci::use(at), soci::use(actor.staff_id), soci::use(open.state),
      soci::use(ended), soci::use(open.handler_id);
  AuditEntry entry;
  entry.actor = actor;
  entry.action = desk::actionOfStepTo(end);
  entry.object = desk::AuditObject::kMatter;
  entry.object_id = open.id;
  entry.revision = open.revision + 1;
  entry.county = open.county;
  entry.fields = {"state"};
  writeAudit(session, entry);
}

void eraseMattersOf(soci::session& session, std::int64_t applicant_id) {
  session << "UPDATE matter_note SET sealed_text = ''"
             " WHERE matter_id IN (SELECT id FROM matter WHERE applicant_id = :id)",
      soci::use(applicant_id);
  session << "UPDATE matter_change SET sealed_reason = '', sealed_end = ''"
             " WHERE matter_id IN (SELECT id FROM matter WHERE applicant_id = :id)",
      soci::use(applicant_id);
  session << "UPDATE matter_deed SET sealed = ''"
             " WHERE matter_id IN (SELECT id FROM matter WHERE applicant_id = :id)",
      soci::use(applicant_id);
  session << "UPDATE matter_rating SET sealed = ''"
             " WHERE matter_id IN (SELECT id FROM matter WHERE applicant_id = :id)",
      soci::use(applicant_id);
  session << "DELETE FROM matter_query_code"
             " WHERE matter_id IN (SELECT id FROM matter WHERE applicant_id = :id)",
      soci::use(applicant_id);
}

void eraseApplicant(soci::session& session, std::int64_t applicant_id, desk::MatterState end,
                    std::int64_t at) {
  const std::string ended_as = wordOf(end);
  session << "UPDATE authorisation SET sealed_by = '' WHERE applicant_id = :id",
      soci::use(applicant_id);
  session << "UPDATE authorisation SET ended_at = :at WHERE applicant_id = :id AND ended_at = 0",
      soci::use(at), soci::use(applicant_id);
  session << "UPDATE matter SET permit_until = 0, to_tell = 0 WHERE applicant_id = :id",
      soci::use(applicant_id);
  session << "UPDATE applicant SET erased = 1, firm = '', firm_next = '', key_by_service = '',"
             " sealed_name = '', sealed = '', ended_as = :end, changed_at = :at,"
             " revision = revision + 1 WHERE id = :id",
      soci::use(ended_as), soci::use(at), soci::use(applicant_id);
}

}  // namespace

const std::string& inForce() {
  static const std::string condition =
      "h.ended_at = 0 AND h.until > :now AND (h.given <> '" +
      wordOf(desk::AuthorisationWay::kCode) +
      "' OR EXISTS (SELECT 1 FROM saved_profile p"
      " WHERE p.lookup = h.lookup AND p.may_help = 1 AND p.expires_at > :now))";
  return condition;
}

void check(const Authorisation& authorisation, std::chrono::sys_seconds at) {
  const bool by_code = authorisation.given == desk::AuthorisationWay::kCode;
  if (by_code == authorisation.lookup.empty()) {
    refuse("an authorisation has a lookup if it is given by code, and only then");
  }
  if (authorisation.until <= at) refuse("an authorisation is over before it is recorded");
  refuseNul("an authorisation",
            {authorisation.lookup, authorisation.sealed_by, authorisation.text_number});
}

void record(soci::session& session, std::int64_t applicant_id, const Authorisation& authorisation,
            const Actor& actor) {
  const std::int64_t at = toSeconds(actor.at);
  const std::int64_t until = toSeconds(authorisation.until);
  const std::string given = wordOf(authorisation.given);
  const int for_matters = authorisation.for_matters ? 1 : 0;
  if (authorisation.given == desk::AuthorisationWay::kCode) {
    int agreed = 0;
    const std::int64_t now = endingSeconds(session, actor.at);
    session << "SELECT count(*) FROM saved_profile"
               " WHERE lookup = :lookup AND may_help = 1 AND expires_at > :now",
        soci::use(authorisation.lookup), soci::use(now), soci::into(agreed);
    if (agreed == 0) refuse("the owner of the code does not agree that staff may help");
  }
  session << "INSERT INTO authorisation (applicant_id, given, for_matters, until, lookup,"
             " recorded_at, recorded_by, ended_at, sealed_by, text_number) VALUES (:id, :given,"
             " :for_matters, :until, :lookup, :at, :staff, 0, :by, :text)",
      soci::use(applicant_id), soci::use(given), soci::use(for_matters), soci::use(until),
      soci::use(authorisation.lookup), soci::use(at), soci::use(actor.staff_id),
      soci::use(authorisation.sealed_by), soci::use(authorisation.text_number);
  const int by_code = authorisation.given == desk::AuthorisationWay::kCode ? 1 : 0;
  session << "UPDATE matter SET permit_until = :until, permit_by_code = :by_code"
             " WHERE applicant_id = :id",
      soci::use(until), soci::use(by_code), soci::use(applicant_id);
}

std::vector<std::int64_t> applicantsOver(soci::session& session, const std::string& firm,
                                         const std::string& county, std::chrono::sys_seconds now) {
  const std::int64_t seconds = endingSeconds(session, now);
  Id id;
  Statement query(session);
  query.into(id.value).use(seconds, "now");
  // Two statements, so that the one for a firm, which each new applicant runs, uses its index.
  if (!firm.empty()) query.use(firm, "firm").use(county, "county");
  return allRows(query,
                 std::string("SELECT a.id FROM applicant a WHERE a.erased = 0") +
                     (firm.empty() ? "" : " AND a.firm = :firm AND a.county = :county") +
                     " AND NOT EXISTS (SELECT 1 FROM authorisation h"
                     " WHERE h.applicant_id = a.id AND " +
                     inForce() + ") ORDER BY a.id",
                 id);
}

desk::MatterState endOf(soci::session& session, std::int64_t applicant_id,
                        std::chrono::sys_seconds now) {
  const std::int64_t seconds = endingSeconds(session, now);
  int taken_back = 0;
  // A profile that has run out, but agrees, took nothing back.
  session << "SELECT count(*) FROM authorisation h WHERE h.applicant_id = :id AND h.ended_at = 0"
             " AND h.until > :now AND NOT EXISTS (SELECT 1 FROM saved_profile p"
             " WHERE p.lookup = h.lookup AND p.may_help = 1)",
      soci::use(applicant_id, "id"), soci::use(seconds, "now"), soci::into(taken_back);
  return taken_back > 0 ? desk::MatterState::kWithdrawn : desk::MatterState::kExpired;
}

void endApplicant(soci::session& session, std::int64_t applicant_id, desk::MatterState end,
                  const Actor& actor) {
  for (const EndingMatter& open : openMattersOf(session, applicant_id)) {
    endMatter(session, open, end, actor);
  }
  eraseMattersOf(session, applicant_id);
  eraseApplicant(session, applicant_id, end, toSeconds(actor.at));
  AuditEntry entry;
  entry.actor = actor;
  entry.action = end == desk::MatterState::kWithdrawn ? desk::AuditAction::kWithdrawn
                                                      : desk::AuditAction::kEnded;
  entry.object_id = applicant_id;
  session << "SELECT county, revision FROM applicant WHERE id = :id", soci::use(applicant_id),
      soci::into(entry.county), soci::into(entry.revision);
  writeAudit(session, entry);
}

}  // namespace policycalc::store

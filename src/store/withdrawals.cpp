#include "policycalc/store/withdrawals.h"

#include "store/authorisations.h"
#include "store/confirmed_time.h"
#include "store/database.h"
#include "store/statement.h"
#include "store/trail.h"
#include "store/values.h"

namespace policycalc::store {
namespace {

struct Row {
  HeardWithdrawal heard;
  std::int64_t at = 0;

  void bind(Statement& query) {
    query.into(heard.id).into(heard.applicant_id).into(heard.county).into(heard.heard_in);
    query.into(heard.heard_by).into(at);
  }

  HeardWithdrawal take() const {
    HeardWithdrawal taken = heard;
    taken.heard_at = fromSeconds(at);
    return taken;
  }
};

/// Those that wait; a condition may follow. Its parameter `:now` is the time.
std::string fromWaiting() {
  return " FROM heard_withdrawal w JOIN applicant a ON a.id = w.applicant_id"
         " WHERE w.denied_at = 0 AND a.erased = 0 AND EXISTS (SELECT 1 FROM authorisation h"
         " WHERE h.applicant_id = a.id AND " +
         inForce() + ")";
}

std::string selectWaiting() {
  return "SELECT w.id, w.applicant_id, a.county, w.heard_in, w.heard_by, w.heard_at" +
         fromWaiting();
}

/// A condition; its parameter `:county` is a district code, or "" for all.
constexpr const char* kOfCounty = " AND (:county = '' OR a.county = :county)";

void tell(soci::session& session, desk::AuditAction action, const HeardWithdrawal& heard,
          const Actor& actor) {
  AuditEntry entry;
  entry.actor = actor;
  entry.action = action;
  entry.object_id = heard.applicant_id;
  entry.county = heard.county;
  writeAudit(session, entry);
}

}  // namespace

bool Withdrawals::hear(std::int64_t applicant_id, std::string_view heard_in, const Actor& actor) {
  refuseNul("a withdrawal", {heard_in});
  const std::string place(heard_in);
  const std::int64_t at = toSeconds(actor.at);
  bool there = false;
  database_.write([&](soci::session& session) {
    const std::int64_t now = endingSeconds(session, actor.at);
    HeardWithdrawal heard;
    heard.applicant_id = applicant_id;
    session << "SELECT a.county FROM applicant a WHERE a.id = :id AND a.erased = 0"
               " AND EXISTS (SELECT 1 FROM authorisation h WHERE h.applicant_id = a.id AND "
            << inForce() << ")",
        soci::use(applicant_id, "id"), soci::use(now, "now"), soci::into(heard.county);
    there = session.got_data();
    if (!there) return;
    int waits = 0;
    session << "SELECT count(*) FROM heard_withdrawal WHERE applicant_id = :id AND denied_at = 0",
        soci::use(applicant_id), soci::into(waits);
    if (waits > 0) return;
    session << "INSERT INTO heard_withdrawal (applicant_id, heard_in, heard_by, heard_at,"
               " denied_at) VALUES (:id, :place, :staff, :at, 0)",
        soci::use(applicant_id), soci::use(place), soci::use(actor.staff_id), soci::use(at);
    tell(session, desk::AuditAction::kWithdrawalHeard, heard, actor);
  });
  return there;
}

std::vector<HeardWithdrawal> Withdrawals::waiting(std::string_view county,
                                                  std::chrono::sys_seconds now) const {
  const std::string wanted(county);
  return database_.read([&](soci::session& session) {
    const std::int64_t seconds = endingSeconds(session, now);
    return readRows<Row>(
        session, selectWaiting() + kOfCounty + " ORDER BY w.id",
        [&](Statement& query) { query.use(seconds, "now").use(wanted, "county"); });
  });
}

WaitingNumbers Withdrawals::numbers(std::string_view county, std::chrono::sys_seconds now) const {
  const std::string wanted(county);
  return database_.read([&](soci::session& session) {
    const std::int64_t seconds = endingSeconds(session, now);
    std::int64_t count = 0;
    std::int64_t oldest = 0;
    session << "SELECT count(*), coalesce(min(w.heard_at), 0)" << fromWaiting() << kOfCounty,
        soci::use(seconds, "now"), soci::use(wanted, "county"), soci::into(count),
        soci::into(oldest);
    return WaitingNumbers{static_cast<std::size_t>(count), fromSeconds(oldest)};
  });
}

std::optional<HeardWithdrawal> Withdrawals::find(std::int64_t id,
                                                 std::chrono::sys_seconds now) const {
  return database_.read([&](soci::session& session) {
    const std::int64_t seconds = endingSeconds(session, now);
    return readRow<Row>(session, selectWaiting() + " AND w.id = :id",
                        [&](Statement& query) { query.use(seconds, "now").use(id, "id"); });
  });
}

bool Withdrawals::deny(std::int64_t id, const Actor& actor) {
  const std::int64_t at = toSeconds(actor.at);
  bool there = false;
  database_.write([&](soci::session& session) {
    const std::int64_t now = endingSeconds(session, actor.at);
    const auto heard = readRow<Row>(session, selectWaiting() + " AND w.id = :id",
                                    [&](Statement& query) { query.use(now, "now").use(id, "id"); });
    there = heard.has_value();
    if (!there) return;
    session << "UPDATE heard_withdrawal SET denied_at = :at WHERE id = :id", soci::use(at),
        soci::use(id);
    tell(session, desk::AuditAction::kWithdrawalDenied, *heard, actor);
  });
  return there;
}

}  // namespace policycalc::store

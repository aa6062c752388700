#include "policycalc/store/asked_matters.h"

#include "store/authorisations.h"
#include "store/confirmed_time.h"
#include "store/database.h"
#include "store/matter_changes.h"
#include "store/query_codes.h"
#include "store/statement.h"
#include "store/values.h"
#include "store/words.h"

namespace policycalc::store {
namespace {

struct Row {
  AskedMatter asked;
  std::int64_t since = 0;
  int rated = 0;

  void bind(Statement& query) {
    query.into(asked.id).into(asked.state).into(since).into(asked.county).into(asked.unit);
    query.into(rated).into(asked.query_hash).into(asked.key_by_service);
  }

  AskedMatter take() const {
    AskedMatter taken = asked;
    const desk::MatterState state = stateFrom(asked.state);
    taken.open = isOpen(state);
    taken.at_unit = desk::isAtUnit(state);
    taken.since = fromSeconds(since);
    taken.rated = rated != 0;
    return taken;
  }
};

bool isRated(soci::session& session, std::int64_t id) {
  int ratings = 0;
  session << "SELECT count(*) FROM matter_rating WHERE matter_id = :id", soci::use(id),
      soci::into(ratings);
  return ratings > 0;
}

}  // namespace

void keepQueryCode(soci::session& session, std::int64_t id, const std::string& query_hash,
                   std::chrono::sys_seconds now) {
  const std::int64_t at = toSeconds(now);
  session << "INSERT INTO matter_query_code (matter_id, hash, made_at) VALUES (:id, :hash, :at)"
             " ON CONFLICT (matter_id) DO UPDATE SET hash = excluded.hash,"
             " made_at = excluded.made_at",
      soci::use(id), soci::use(query_hash), soci::use(at);
}

std::optional<AskedMatter> AskedMatters::find(std::string_view reference,
                                              std::chrono::sys_seconds now) const {
  const std::string wanted(reference);
  return database_.read([&](soci::session& session) {
    const std::int64_t seconds = endingSeconds(session, now);
    return readRow<Row>(
        session,
        "SELECT m.id, m.state, m.state_since, m.county, m.unit, CASE WHEN EXISTS (SELECT 1"
        " FROM matter_rating r WHERE r.matter_id = m.id) THEN 1 ELSE 0 END, q.hash, "
        "a.key_by_service"
        " FROM matter m JOIN matter_query_code q ON q.matter_id = m.id"
        " JOIN applicant a ON a.id = m.applicant_id"
        " WHERE m.reference = :reference AND a.erased = 0"
        " AND EXISTS (SELECT 1 FROM authorisation h"
        " WHERE h.applicant_id = a.id AND " +
            inForce() + ")",
        [&](Statement& query) { query.use(wanted, "reference").use(seconds, "now"); });
  });
}

bool AskedMatters::replaceCode(std::int64_t id, std::string_view query_hash, const Actor& actor) {
  if (query_hash.empty()) refuse("a query code needs a hash");
  refuseNul("a query code", {query_hash});
  const std::string hash(query_hash);
  return addToMatter(database_, id, actor, [&](soci::session& session, const Matter& matter) {
           keepQueryCode(session, id, hash, actor.at);
           writeTrail(session, matter, desk::AuditAction::kQueryCodeMade, {"query_code"}, actor);
         }) == Matters::Change::kDone;
}

AskedMatters::Rating AskedMatters::rate(std::int64_t id, int score, std::string_view sealed_words,
                                        std::chrono::sys_seconds now) {
  constexpr int kBest = 5;
  if (score < 1 || score > kBest) refuse("a rating is from 1 to 5");
  refuseNul("a rating", {sealed_words});
  const std::string words(sealed_words);
  const Actor company{0, "", now};
  Rating done = Rating::kNone;
  const auto change =
      addToMatter(database_, id, company, [&](soci::session& session, const Matter& matter) {
        done = isOpen(matter.state)   ? Rating::kOpen
               : isRated(session, id) ? Rating::kRated
                                      : Rating::kDone;
        if (done != Rating::kDone) return;
        const std::int64_t at = toSeconds(now);
        session << "INSERT INTO matter_rating (matter_id, at, score, sealed)"
                   " VALUES (:id, :at, :score, :words)",
            soci::use(id), soci::use(at), soci::use(score), soci::use(words);
        writeTrail(session, matter, desk::AuditAction::kRated, {"rating"}, company);
      });
  return change == Matters::Change::kDone ? done : Rating::kNone;
}

}  // namespace policycalc::store

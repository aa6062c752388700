#include "policycalc/store/publications.h"

#include "store/catalogue_rows.h"
#include "store/database.h"
#include "store/publication_rows.h"
#include "store/statement.h"
#include "store/values.h"

namespace policycalc::store {
namespace {

using State = WaitingVersion::State;

State stateOf(const std::string& word) {
  if (word == "waiting") return State::kWaiting;
  return word == "approved" ? State::kApproved : State::kWithdrawn;
}

struct Row {
  WaitingVersion waiting;
  std::string state;
  std::int64_t put_at = 0;
  std::int64_t ended_at = 0;

  static constexpr const char* kColumns =
      "id, hash, put_at, put_by, why, what, over, state, ended_at, ended_by, ended_why";

  void bind(Statement& query) {
    query.into(waiting.id).into(waiting.hash).into(put_at).into(waiting.by).into(waiting.why);
    query.into(waiting.what).into(waiting.over).into(state).into(ended_at);
    query.into(waiting.ended_by).into(waiting.ended_why);
  }

  WaitingVersion take() const {
    WaitingVersion taken = waiting;
    taken.state = stateOf(state);
    taken.at = fromSeconds(put_at);
    if (taken.state != State::kWaiting) taken.ended_at = fromSeconds(ended_at);
    return taken;
  }
};

std::optional<WaitingVersion> findWaiting(soci::session& session, std::int64_t id) {
  return readRow<Row>(session,
                      std::string("SELECT ") + Row::kColumns +
                          " FROM waiting_version WHERE id = :id AND state = 'waiting'",
                      [&](Statement& query) { query.use(id, "id"); });
}

std::optional<PublishedPolicies> readPolicies(soci::session& session, std::int64_t id) {
  PublishedPolicies policies;
  session << "SELECT w.hash, v.content, w.workdays, w.conformance FROM waiting_version w"
             " JOIN catalogue_version v ON v.hash = w.hash"
             " WHERE w.id = :id AND w.state = 'waiting'",
      soci::use(id), soci::into(policies.hash), soci::into(policies.content),
      soci::into(policies.workdays), soci::into(policies.conformance);
  if (!session.got_data()) return std::nullopt;
  return policies;
}

struct End {
  const char* state;
  std::chrono::sys_seconds at;
  std::string by;
  std::string why = {};
};

/// Its texts go: those of an approved version are in `publication`.
void end(soci::session& session, std::int64_t id, const End& end) {
  const std::string state = end.state;
  const std::int64_t at = toSeconds(end.at);
  session << "UPDATE waiting_version SET state = :state, ended_at = :at, ended_by = :by,"
             " ended_why = :why, workdays = '', conformance = '' WHERE id = :id",
      soci::use(state), soci::use(at), soci::use(end.by), soci::use(end.why), soci::use(id);
}

void check(const WaitingVersion& waiting, const PublishedPolicies& policies) {
  if (policies.hash.empty() || policies.hash != waiting.hash) {
    refuse("a waiting version needs the hash of its catalogue");
  }
  if (waiting.by.empty() || waiting.why.empty()) {
    refuse("a waiting version needs a name and a reason");
  }
  refuseNul("a waiting version", {waiting.by, waiting.why, waiting.what, policies.hash,
                                  policies.content, policies.workdays, policies.conformance});
}

void checkName(const std::string& by) {
  if (by.empty()) refuse("a name is needed");
  refuseNul("a name", {by});
}

}  // namespace

bool Publications::propose(const WaitingVersion& waiting, const PublishedPolicies& policies) {
  check(waiting, policies);
  bool is_done = false;
  database_->write([&](soci::session& session) {
    is_done = false;
    if (numberInUse(session) != waiting.over) return;
    int waits = 0;
    session << "SELECT count(*) FROM waiting_version WHERE hash = :hash AND state = 'waiting'",
        soci::use(waiting.hash), soci::into(waits);
    if (waits > 0) return;
    keepAsWaiting(session, {policies.hash, waiting.at, policies.content});
    const std::int64_t at = toSeconds(waiting.at);
    session << "INSERT INTO waiting_version (hash, put_at, put_by, why, what, over, state,"
               " ended_at, ended_by, ended_why, workdays, conformance) VALUES (:hash, :at, :by,"
               " :why, :what, :over, 'waiting', 0, '', '', :workdays, :conformance)",
        soci::use(waiting.hash), soci::use(at), soci::use(waiting.by), soci::use(waiting.why),
        soci::use(waiting.what), soci::use(waiting.over), soci::use(policies.workdays),
        soci::use(policies.conformance);
    is_done = true;
  });
  return is_done;
}

std::optional<PublishedPolicies> Publications::waitingPolicies(std::int64_t id) const {
  return database_->readAtOneMoment(
      [&](soci::session& session) { return readPolicies(session, id); });
}

std::optional<std::int64_t> Publications::approve(std::int64_t id, const std::string& by,
                                                  std::chrono::sys_seconds at) {
  checkName(by);
  std::optional<std::int64_t> number;
  database_->write([&](soci::session& session) {
    number.reset();
    const auto waiting = findWaiting(session, id);
    const auto policies = readPolicies(session, id);
    if (!waiting || !policies || numberInUse(session) != waiting->over) return;
    dateFrom(session, policies->hash, at);
    keepAsCurrent(session, {policies->hash, at, policies->content});
    number = waiting->over + 1;
    insertPublication(session,
                      {.kind = PublicationKind::kPublish,
                       .hash = waiting->hash,
                       .at = at,
                       .by = waiting->by,
                       .why = waiting->why,
                       .what = waiting->what,
                       .approved_by = by},
                      *policies, *number);
    end(session, id, {"approved", at, by});
  });
  return number;
}

bool Publications::withdraw(std::int64_t id, const std::string& by, const std::string& why,
                            std::chrono::sys_seconds at) {
  checkName(by);
  refuseNul("a reason", {why});
  bool is_done = false;
  database_->erase([&](soci::session& session) {
    const auto waiting = findWaiting(session, id);
    is_done = waiting.has_value();
    if (!waiting) return;
    end(session, id, {"withdrawn", at, by, why});
    removeIfNeverInUse(session, waiting->hash);
  });
  return is_done;
}

std::vector<WaitingVersion> Publications::waitingVersions() const {
  return database_->read([&](soci::session& session) {
    return readRows<Row>(
        session, std::string("SELECT ") + Row::kColumns + " FROM waiting_version ORDER BY id DESC",
        [](Statement&) {});
  });
}

}  // namespace policycalc::store

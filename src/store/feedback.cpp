#include "policycalc/store/feedback.h"

#include "policycalc/store/store.h"

#include "store/database.h"
#include "store/key_check.h"
#include "store/statement.h"
#include "store/values.h"

namespace policycalc::store {
namespace {

constexpr const char* kSelect =
    "SELECT reference, query_lookup, kind, measure, catalogue, received_at, state, changed_at,"
    " sealed_message, sealed_contact FROM feedback";

void check(const FeedbackEntry& entry) {
  if (entry.reference.empty()) refuse("feedback needs a reference");
  if (entry.query_lookup.empty()) refuse("feedback needs a query lookup");
  refuseNul("feedback", {entry.reference, entry.query_lookup, entry.kind, entry.measure,
                         entry.catalogue, entry.state, entry.sealed_message, entry.sealed_contact});
}

/// A row of kSelect.
struct Row {
  FeedbackEntry entry;
  std::int64_t received_at = 0;
  std::int64_t changed_at = 0;

  void bind(Statement& query) {
    query.into(entry.reference).into(entry.query_lookup).into(entry.kind).into(entry.measure);
    query.into(entry.catalogue).into(received_at).into(entry.state).into(changed_at);
    query.into(entry.sealed_message).into(entry.sealed_contact);
  }

  FeedbackEntry take() const {
    FeedbackEntry taken = entry;
    taken.received_at = fromSeconds(received_at);
    taken.changed_at = fromSeconds(changed_at);
    return taken;
  }
};

void insert(soci::session& session, const FeedbackEntry& entry) {
  std::int64_t taken = 0;
  session << "SELECT count(*) FROM feedback WHERE reference = :reference"
             " OR query_lookup = :query_lookup",
      soci::use(entry.reference), soci::use(entry.query_lookup), soci::into(taken);
  if (taken > 0) refuse("feedback with that reference or query lookup is there already");
  const std::int64_t received_at = toSeconds(entry.received_at);
  const std::int64_t changed_at = toSeconds(entry.changed_at);
  session << "INSERT INTO feedback (reference, query_lookup, kind, measure, catalogue,"
             " received_at, state, changed_at, sealed_message, sealed_contact) VALUES (:reference,"
             " :query_lookup, :kind, :measure, :catalogue, :received_at, :state, :changed_at,"
             " :message, :contact)",
      soci::use(entry.reference), soci::use(entry.query_lookup), soci::use(entry.kind),
      soci::use(entry.measure), soci::use(entry.catalogue), soci::use(received_at),
      soci::use(entry.state), soci::use(changed_at), soci::use(entry.sealed_message),
      soci::use(entry.sealed_contact);
}

}  // namespace

void Feedback::add(const FeedbackEntry& entry) {
  check(entry);
  database_.write([&](soci::session& session) {
    requireKeys(session, entry.keys);
    requireRoom(session, "feedback", database_.ceilings().feedback);
    insert(session, entry);
  });
}

std::optional<std::string> Feedback::stateOf(std::string_view query_lookup) const {
  return database_.read([&](soci::session& session) -> std::optional<std::string> {
    const std::string lookup(query_lookup);
    std::string state;
    session << "SELECT state FROM feedback WHERE query_lookup = :lookup", soci::use(lookup),
        soci::into(state);
    if (!session.got_data()) return std::nullopt;
    return state;
  });
}

std::optional<FeedbackEntry> Feedback::find(std::string_view reference) const {
  return database_.read([&](soci::session& session) -> std::optional<FeedbackEntry> {
    const std::string name(reference);
    Row row;
    Statement query(session);
    row.bind(query);
    query.use(name, "reference");
    return onlyRow(query, std::string(kSelect) + " WHERE reference = :reference", row);
  });
}

std::vector<FeedbackEntry> Feedback::list() const {
  return database_.read([&](soci::session& session) {
    Row row;
    Statement query(session);
    row.bind(query);
    return allRows(query, std::string(kSelect) + " ORDER BY received_at DESC, id DESC", row);
  });
}

bool Feedback::setState(std::string_view reference, std::string_view state,
                        std::chrono::sys_seconds now) {
  refuseNul("feedback", {state});
  const std::string name(reference);
  const std::string next(state);
  const std::int64_t changed_at = toSeconds(now);
  std::int64_t changed = 0;
  database_.write([&](soci::session& session) {
    Statement statement(session);
    statement.use(next, "state").use(changed_at, "changed_at").use(name, "reference");
    changed = statement.change(
        "UPDATE feedback SET state = :state, changed_at = :changed_at"
        " WHERE reference = :reference");
  });
  return changed > 0;
}

bool Feedback::remove(std::string_view reference) {
  const std::string name(reference);
  std::int64_t removed = 0;
  const Database::Job job = [&](soci::session& session) {
    removed = Statement(session)
                  .use(name, "reference")
                  .change("DELETE FROM feedback WHERE reference = :reference");
  };
  database_.erase(job);
  return removed > 0;
}

}  // namespace policycalc::store

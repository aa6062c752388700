#include "store/soci/feedback.h"

#include <soci/soci.h>

#include "policycalc/store/error.h"

#include "store/soci/sqlite_errors.h"
#include "store/soci/values.h"

namespace policycalc::store::sqlite {
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

/// A row as SOCI reads it.
struct Row {
  FeedbackEntry entry;
  std::int64_t received_at = 0;
  std::int64_t changed_at = 0;

  FeedbackEntry take() const {
    FeedbackEntry taken = entry;
    taken.received_at = fromSeconds(received_at);
    taken.changed_at = fromSeconds(changed_at);
    return taken;
  }
};

/// `statement` filling `row` at each fetch.
soci::details::prepare_temp_type intoRow(soci::details::prepare_temp_type statement, Row& row) {
  statement, soci::into(row.entry.reference), soci::into(row.entry.query_lookup),
      soci::into(row.entry.kind), soci::into(row.entry.measure), soci::into(row.entry.catalogue),
      soci::into(row.received_at), soci::into(row.entry.state), soci::into(row.changed_at),
      soci::into(row.entry.sealed_message), soci::into(row.entry.sealed_contact);
  return statement;
}

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

void SociFeedback::add(const FeedbackEntry& entry) {
  check(entry);
  writer_.submit([&](soci::session& session) { insert(session, entry); });
}

std::optional<std::string> SociFeedback::stateOf(std::string_view query_lookup) const {
  return translating([&]() -> std::optional<std::string> {
    const std::string lookup(query_lookup);
    std::string state;
    const Readers::Lease reader = readers_.lease();
    reader.session() << "SELECT state FROM feedback WHERE query_lookup = :lookup",
        soci::use(lookup), soci::into(state);
    if (!reader.session().got_data()) return std::nullopt;
    return state;
  });
}

std::optional<FeedbackEntry> SociFeedback::find(std::string_view reference) const {
  return translating([&]() -> std::optional<FeedbackEntry> {
    const std::string name(reference);
    Row row;
    const Readers::Lease reader = readers_.lease();
    soci::statement query =
        (intoRow(reader.session().prepare << kSelect << " WHERE reference = :reference", row),
         soci::use(name));
    if (!query.execute(true)) return std::nullopt;
    // Fetched to its end, so that the session does not go on reading in this snapshot.
    FeedbackEntry found = row.take();
    query.fetch();
    return found;
  });
}

std::vector<FeedbackEntry> SociFeedback::list() const {
  return translating([&] {
    std::vector<FeedbackEntry> entries;
    Row row;
    const Readers::Lease reader = readers_.lease();
    soci::statement query =
        intoRow(reader.session().prepare << kSelect << " ORDER BY received_at DESC, id DESC", row);
    query.execute();
    while (query.fetch()) entries.push_back(row.take());
    return entries;
  });
}

bool SociFeedback::setState(std::string_view reference, std::string_view state,
                            std::chrono::sys_seconds now) {
  refuseNul("feedback", {state});
  const std::string name(reference);
  const std::string next(state);
  const std::int64_t changed_at = toSeconds(now);
  std::int64_t changed = 0;
  writer_.submit([&](soci::session& session) {
    session << "UPDATE feedback SET state = :state, changed_at = :changed_at"
               " WHERE reference = :reference",
        soci::use(next), soci::use(changed_at), soci::use(name);
    changed = changedRows(session);
  });
  return changed > 0;
}

bool SociFeedback::remove(std::string_view reference) {
  const std::string name(reference);
  std::int64_t removed = 0;
  const WriteJob job = [&](soci::session& session) {
    session << "DELETE FROM feedback WHERE reference = :reference", soci::use(name);
    removed = changedRows(session);
  };
  writer_.submit(job, Writer::Erases::kYes);
  return removed > 0;
}

}  // namespace policycalc::store::sqlite

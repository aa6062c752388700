#include "store/matter_rows.h"

#include <algorithm>
#include <limits>
#include <string>
#include <utility>

#include "store/authorisations.h"
#include "store/confirmed_time.h"
#include "store/statement.h"
#include "store/values.h"
#include "store/words.h"

namespace policycalc::store {
namespace {

/// Selects matters with what their applicant has; `alive` is 1 while its authorisation is in force
/// at `:now`. Conditions on these columns may follow.
std::string selectMatters() {
  return "SELECT id, reference, applicant_id, measure, catalogue, county, unit, handler_id, state,"
         " state_since, handed_over, opened_at, opened_by, changed_at, revision, erased, alive,"
         " key_by_service, sealed_name FROM (SELECT m.id, m.reference, m.applicant_id, m.measure,"
         " m.catalogue, m.county, m.unit, m.handler_id, m.state, m.state_since, m.handed_over,"
         " m.opened_at, m.opened_by, m.changed_at, m.revision, a.erased, a.key_by_service,"
         " a.sealed_name, CASE WHEN a.erased = 0 AND EXISTS (SELECT 1 FROM authorisation h"
         " WHERE h.applicant_id = a.id AND " +
         inForce() + ") THEN 1 ELSE 0 END AS alive" +
         " FROM matter m JOIN applicant a ON a.id = m.applicant_id) AS known";
}

/// A row of selectMatters().
struct Row {
  Matter matter;
  std::string state;
  std::int64_t state_since = 0;
  std::int64_t opened_at = 0;
  std::int64_t changed_at = 0;
  int handed_over = 0;
  int erased = 0;
  int alive = 0;

  void bind(Statement& query) {
    query.into(matter.id).into(matter.reference).into(matter.applicant_id).into(matter.measure);
    query.into(matter.catalogue).into(matter.county).into(matter.unit).into(matter.handler_id);
    query.into(state).into(state_since).into(handed_over).into(opened_at).into(matter.opened_by);
    query.into(changed_at).into(matter.revision).into(erased).into(alive);
    query.into(matter.key_by_service).into(matter.sealed_name);
  }

  KnownMatter take() const {
    KnownMatter taken{matter, alive == 0 && erased == 0};
    Matter& given = taken.matter;
    given.state = stateFrom(state);
    given.state_since = fromSeconds(state_since);
    given.opened_at = fromSeconds(opened_at);
    given.changed_at = fromSeconds(changed_at);
    given.handed_over = handed_over != 0;
    given.erased = alive == 0;
    if (!given.erased) return taken;
    // Shown as if its end had been recorded already.
    if (isOpen(given.state)) given.state = desk::MatterState::kWithdrawn;
    given.key_by_service.clear();
    given.sealed_name.clear();
    return taken;
  }
};

struct NoteRow {
  MatterNote note;
  std::int64_t at = 0;

  void bind(Statement& query) { query.into(at).into(note.staff_id).into(note.sealed_text); }

  MatterNote take() const {
    MatterNote taken = note;
    taken.at = fromSeconds(at);
    return taken;
  }
};

struct DocumentRow {
  MatterDocument document;
  std::int64_t ticked_at = 0;

  void bind(Statement& query) {
    query.into(document.name).into(document.ticked_by).into(ticked_at);
  }

  MatterDocument take() const {
    MatterDocument taken = document;
    taken.ticked_at = fromSeconds(ticked_at);
    return taken;
  }
};

struct ChangeRow {
  MatterChange change;
  std::int64_t at = 0;
  std::string from;
  std::string to;

  void bind(Statement& query) {
    query.into(at).into(change.staff_id).into(from).into(to);
    query.into(change.handler_id).into(change.sealed_reason);
  }

  MatterChange take() const {
    MatterChange taken = change;
    taken.at = fromSeconds(at);
    if (!from.empty()) taken.from = stateFrom(from);
    taken.to = stateFrom(to);
    return taken;
  }
};

std::vector<MatterNote> readNotes(soci::session& session, std::int64_t id) {
  return readRows<NoteRow>(session,
                           "SELECT at, staff_id, sealed_text FROM matter_note"
                           " WHERE matter_id = :id ORDER BY id",
                           [&](Statement& query) { query.use(id, "id"); });
}

std::vector<MatterChange> readHistory(soci::session& session, std::int64_t id) {
  return readRows<ChangeRow>(session,
                             "SELECT at, staff_id, from_state, to_state, handler_id, sealed_reason"
                             " FROM matter_change WHERE matter_id = :id ORDER BY id",
                             [&](Statement& query) { query.use(id, "id"); });
}

/// What MatterQuery asks for. Each condition that asks for nothing is true of every matter.
std::string conditions() {
  return " WHERE (:county = '' OR county = :county) AND (:unit = '' OR unit = :unit)"
         " AND (:state = '' OR :state = CASE WHEN alive = 0 AND state IN " +
         openStates() + " THEN '" + wordOf(desk::MatterState::kWithdrawn) +
         "' ELSE state END)"
         " AND (:applicant = 0 OR applicant_id = :applicant)"
         " AND (:reference = '' OR reference = :reference)"
         " AND (:handler = 0 OR handler_id = :handler"
         "      OR (handler_id = 0 AND handed_over = 1 AND unit = :handler_unit))"
         " AND (:closed = 1 OR (alive = 1 AND state IN " +
         openStates() + ")) ORDER BY state_since, id LIMIT :most";
}

}  // namespace

std::optional<KnownMatter> readMatter(soci::session& session, std::int64_t id,
                                      std::chrono::sys_seconds now) {
  const std::int64_t seconds = endingSeconds(session, now);
  return readRow<Row>(session, selectMatters() + " WHERE id = :id",
                      [&](Statement& statement) { statement.use(seconds, "now").use(id, "id"); });
}

std::vector<Matter> readMatters(soci::session& session, const MatterQuery& query,
                                std::chrono::sys_seconds now) {
  const std::int64_t seconds = endingSeconds(session, now);
  const std::string state = query.state ? wordOf(*query.state) : std::string();
  const int closed = query.closed ? 1 : 0;
  const auto most = static_cast<std::int64_t>(
      std::min(query.most, static_cast<std::size_t>(std::numeric_limits<int>::max())));
  const auto use = [&](Statement& found) {
    found.use(seconds, "now").use(query.county, "county").use(query.unit, "unit");
    found.use(state, "state").use(query.applicant_id, "applicant");
    found.use(query.reference, "reference").use(query.handler_id, "handler");
    found.use(query.handler_unit, "handler_unit").use(closed, "closed").use(most, "most");
  };
  std::vector<Matter> matters;
  for (KnownMatter& known : readRows<Row>(session, selectMatters() + conditions(), use)) {
    matters.push_back(std::move(known.matter));
  }
  return matters;
}

std::vector<MatterDocument> readDocuments(soci::session& session, std::int64_t id) {
  return readRows<DocumentRow>(session,
                               "SELECT name, ticked_by, ticked_at FROM matter_document"
                               " WHERE matter_id = :id ORDER BY place",
                               [&](Statement& query) { query.use(id, "id"); });
}

MatterFile readFile(soci::session& session, Matter matter) {
  MatterFile file;
  file.documents = readDocuments(session, matter.id);
  file.notes = readNotes(session, matter.id);
  file.history = readHistory(session, matter.id);
  if (matter.erased) {
    for (MatterNote& note : file.notes) note.sealed_text.clear();
    for (MatterChange& change : file.history) change.sealed_reason.clear();
  }
  file.matter = std::move(matter);
  return file;
}

}  // namespace policycalc::store

#include "store/soci/matter_file.h"

#include <algorithm>
#include <limits>
#include <utility>

#include <soci/soci.h>

#include "store/soci/open_matters.h"
#include "store/soci/values.h"

namespace policycalc::store::sqlite {
namespace {

constexpr const char* kSelect =
    "SELECT matter.id, reference, applicant_id, measure, catalogue, matter.county, unit,"
    " handler_id, state, state_since, handed_over, opened_at, opened_by, matter.changed_at,"
    " matter.revision, applicant.erased, applicant.key_by_service, applicant.sealed_name"
    " FROM matter JOIN applicant ON applicant.id = matter.applicant_id";

/// A row as SOCI binds it.
struct Row {
  Matter what;
  std::int64_t state_since = 0;
  std::int64_t opened_at = 0;
  std::int64_t changed_at = 0;
  int handed_over = 0;
  int erased = 0;

  Matter take() const {
    Matter taken = what;
    taken.state_since = fromSeconds(state_since);
    taken.opened_at = fromSeconds(opened_at);
    taken.changed_at = fromSeconds(changed_at);
    taken.handed_over = handed_over != 0;
    taken.erased = erased != 0;
    return taken;
  }
};

soci::details::prepare_temp_type intoRow(soci::details::prepare_temp_type statement, Row& row) {
  Matter& what = row.what;
  statement, soci::into(what.id), soci::into(what.reference), soci::into(what.applicant_id),
      soci::into(what.measure), soci::into(what.catalogue), soci::into(what.county),
      soci::into(what.unit), soci::into(what.handler_id), soci::into(what.state),
      soci::into(row.state_since), soci::into(row.handed_over), soci::into(row.opened_at),
      soci::into(what.opened_by), soci::into(row.changed_at), soci::into(what.revision),
      soci::into(row.erased), soci::into(what.key_by_service), soci::into(what.sealed_name);
  return statement;
}

std::vector<MatterDocument> readDocuments(soci::session& session, std::int64_t id) {
  std::vector<MatterDocument> documents;
  MatterDocument row;
  std::int64_t ticked_at = 0;
  soci::statement query =
      (session.prepare << "SELECT name, ticked_by, ticked_at FROM matter_document"
                          " WHERE matter_id = :id ORDER BY place",
       soci::into(row.name), soci::into(row.ticked_by), soci::into(ticked_at), soci::use(id));
  query.execute();
  while (query.fetch()) {
    row.ticked_at = fromSeconds(ticked_at);
    documents.push_back(row);
  }
  return documents;
}

std::vector<MatterNote> readNotes(soci::session& session, std::int64_t id) {
  std::vector<MatterNote> notes;
  MatterNote row;
  std::int64_t at = 0;
  soci::statement query =
      (session.prepare << "SELECT at, staff_id, sealed_text FROM matter_note"
                          " WHERE matter_id = :id ORDER BY id",
       soci::into(at), soci::into(row.staff_id), soci::into(row.sealed_text), soci::use(id));
  query.execute();
  while (query.fetch()) {
    row.at = fromSeconds(at);
    notes.push_back(row);
  }
  return notes;
}

std::vector<MatterChange> readHistory(soci::session& session, std::int64_t id) {
  std::vector<MatterChange> history;
  MatterChange row;
  std::int64_t at = 0;
  soci::statement query =
      (session.prepare << "SELECT at, staff_id, from_state, to_state, handler_id, sealed_reason"
                          " FROM matter_change WHERE matter_id = :id ORDER BY id",
       soci::into(at), soci::into(row.staff_id), soci::into(row.from), soci::into(row.to),
       soci::into(row.handler_id), soci::into(row.sealed_reason), soci::use(id));
  query.execute();
  while (query.fetch()) {
    row.at = fromSeconds(at);
    history.push_back(row);
  }
  return history;
}

}  // namespace

std::optional<Matter> readMatter(soci::session& session, std::int64_t id) {
  Row row;
  soci::statement query =
      (intoRow(session.prepare << kSelect << " WHERE matter.id = :id", row), soci::use(id));
  if (!query.execute(true)) return std::nullopt;
  Matter found = row.take();
  query.fetch();
  return found;
}

std::vector<Matter> readMatters(soci::session& session, const MatterQuery& query) {
  const int closed = query.closed ? 1 : 0;
  const auto most = static_cast<std::int64_t>(
      std::min(query.most, static_cast<std::size_t>(std::numeric_limits<int>::max())));
  Row row;
  // Each condition that asks for nothing is true of every matter.
  soci::statement found =
      (intoRow(session.prepare
                   << kSelect
                   << " WHERE (:county = '' OR matter.county = :county)"
                      " AND (:unit = '' OR unit = :unit) AND (:state = '' OR state = :state)"
                      " AND (:applicant = 0 OR applicant_id = :applicant)"
                      " AND (:reference = '' OR reference = :reference)"
                      " AND (:handler = 0 OR handler_id = :handler"
                      "      OR (handler_id = 0 AND handed_over = 1 AND unit = :handler_unit))"
                      " AND (:closed = 1 OR state IN "
                   << kOpenStates << ") ORDER BY state_since, matter.id LIMIT :most",
               row),
       soci::use(query.county, "county"), soci::use(query.unit, "unit"),
       soci::use(query.state, "state"), soci::use(query.applicant_id, "applicant"),
       soci::use(query.reference, "reference"), soci::use(query.handler_id, "handler"),
       soci::use(query.handler_unit, "handler_unit"), soci::use(closed, "closed"),
       soci::use(most, "most"));
  std::vector<Matter> matters;
  found.execute();
  while (found.fetch()) matters.push_back(row.take());
  return matters;
}

MatterFile readFile(soci::session& session, Matter what) {
  MatterFile file;
  file.documents = readDocuments(session, what.id);
  file.notes = readNotes(session, what.id);
  file.history = readHistory(session, what.id);
  file.what = std::move(what);
  return file;
}

}  // namespace policycalc::store::sqlite

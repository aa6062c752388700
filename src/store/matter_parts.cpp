#include <string>
#include <utility>

#include "store/matter_rows.h"
#include "store/statement.h"
#include "store/values.h"
#include "store/words.h"

namespace policycalc::store {
namespace {

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
    query.into(change.handler_id).into(change.sealed_reason).into(change.sealed_end);
  }

  MatterChange take() const {
    MatterChange taken = change;
    taken.at = fromSeconds(at);
    if (!from.empty()) taken.from = stateFrom(from);
    taken.to = stateFrom(to);
    return taken;
  }
};

struct DeedRow {
  MatterDeed deed;
  std::int64_t at = 0;
  std::int64_t seen_at = 0;
  std::string word;

  void bind(Statement& query) {
    query.into(at).into(deed.staff_id).into(word).into(deed.sealed).into(deed.to_id).into(seen_at);
  }

  MatterDeed take() const {
    MatterDeed taken = deed;
    taken.at = fromSeconds(at);
    taken.deed = deedFrom(word);
    taken.seen_at = fromSeconds(seen_at);
    return taken;
  }
};

std::vector<MatterDeed> readDeeds(soci::session& session, std::int64_t id) {
  return readRows<DeedRow>(session,
                           "SELECT at, staff_id, deed, sealed, to_id, seen_at FROM matter_deed"
                           " WHERE matter_id = :id ORDER BY id",
                           [&](Statement& query) { query.use(id, "id"); });
}

struct RatingRow {
  MatterRating rating;
  std::int64_t at = 0;

  void bind(Statement& query) { query.into(at).into(rating.score).into(rating.sealed_words); }

  MatterRating take() const {
    MatterRating taken = rating;
    taken.at = fromSeconds(at);
    return taken;
  }
};

std::optional<MatterRating> readRating(soci::session& session, std::int64_t id) {
  return readRow<RatingRow>(session,
                            "SELECT at, score, sealed FROM matter_rating WHERE matter_id = :id",
                            [&](Statement& query) { query.use(id, "id"); });
}

std::optional<std::chrono::sys_seconds> readQueryCodeTime(soci::session& session, std::int64_t id) {
  std::int64_t at = 0;
  session << "SELECT made_at FROM matter_query_code WHERE matter_id = :id", soci::use(id),
      soci::into(at);
  if (!session.got_data()) return std::nullopt;
  return fromSeconds(at);
}

std::vector<MatterNote> readNotes(soci::session& session, std::int64_t id) {
  return readRows<NoteRow>(session,
                           "SELECT at, staff_id, sealed_text FROM matter_note"
                           " WHERE matter_id = :id ORDER BY id",
                           [&](Statement& query) { query.use(id, "id"); });
}

std::vector<MatterChange> readHistory(soci::session& session, std::int64_t id) {
  return readRows<ChangeRow>(session,
                             "SELECT at, staff_id, from_state, to_state, handler_id, sealed_reason,"
                             " sealed_end FROM matter_change WHERE matter_id = :id ORDER BY id",
                             [&](Statement& query) { query.use(id, "id"); });
}

}  // namespace

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
  file.deeds = readDeeds(session, matter.id);
  file.rating = readRating(session, matter.id);
  file.query_code_at = readQueryCodeTime(session, matter.id);
  if (matter.erased) {
    for (MatterNote& note : file.notes) note.sealed_text.clear();
    for (MatterChange& change : file.history) {
      change.sealed_reason.clear();
      change.sealed_end.clear();
    }
    for (MatterDeed& deed : file.deeds) deed.sealed.clear();
    if (file.rating) file.rating->sealed_words.clear();
    file.query_code_at.reset();
  }
  file.matter = std::move(matter);
  return file;
}

}  // namespace policycalc::store

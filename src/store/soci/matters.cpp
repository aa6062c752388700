#include "store/soci/matters.h"

#include <algorithm>

#include <soci/soci.h>

#include "policycalc/store/error.h"

#include "store/soci/audit.h"
#include "store/soci/authorisations.h"
#include "store/soci/matter_file.h"
#include "store/soci/open_matters.h"
#include "store/soci/sqlite_errors.h"
#include "store/soci/values.h"

namespace policycalc::store::sqlite {
namespace {

void check(const Matter& what) {
  if (what.reference.empty() || what.measure.empty() || what.county.empty() || what.unit.empty()) {
    refuse("a matter needs a reference, a measure, a county and a unit");
  }
  refuseNul("a matter", {what.reference, what.measure, what.catalogue, what.county, what.unit});
}

constexpr const char* kStates[] = {"received",  "preparing", "handed_over", "in_progress",
                                   "fulfilled", "refused",   "withdrawn"};

void checkState(std::string_view state) {
  if (std::find(std::begin(kStates), std::end(kStates), state) == std::end(kStates)) {
    refuse("a matter has one of the seven states");
  }
}

void writeTrail(soci::session& session, const Matter& what, const char* action,
                std::vector<std::string> fields, const Actor& actor) {
  AuditEntry entry;
  entry.actor = actor;
  entry.action = action;
  entry.object = "matter";
  entry.object_id = what.id;
  entry.revision = what.revision;
  entry.county = what.county;
  entry.fields = std::move(fields);
  writeAudit(session, entry);
}

void writeChange(soci::session& session, const Matter& what, const std::string& from,
                 const std::string& reason, const Actor& actor) {
  const std::int64_t at = toSeconds(actor.at);
  session << "INSERT INTO matter_change (matter_id, at, staff_id, from_state, to_state, handler_id,"
             " sealed_reason) VALUES (:id, :at, :staff, :from, :to, :handler, :reason)",
      soci::use(what.id), soci::use(at), soci::use(actor.staff_id), soci::use(from),
      soci::use(what.state), soci::use(what.handler_id), soci::use(reason);
}

/// The firm of an applicant whose authorisation for matters is in force; nothing otherwise.
std::optional<std::string> firmOf(soci::session& session, std::int64_t applicant_id,
                                  std::int64_t now) {
  std::string firm;
  session << "SELECT a.firm FROM applicant a JOIN authorisation h ON h.applicant_id = a.id"
             " WHERE a.id = :id AND a.erased = 0 AND h.for_matters = 1 AND "
          << kInForce,
      soci::use(applicant_id, "id"), soci::use(now, "now"), soci::use(now, "now_too"),
      soci::into(firm);
  if (!session.got_data()) return std::nullopt;
  return firm;
}

bool isTaken(soci::session& session, const std::string& reference) {
  int taken = 0;
  session << "SELECT count(*) FROM matter WHERE reference = :reference", soci::use(reference),
      soci::into(taken);
  return taken > 0;
}

std::int64_t insert(soci::session& session, const Matter& what, const Actor& actor) {
  const std::int64_t now = toSeconds(actor.at);
  const int handed_over = what.handed_over ? 1 : 0;
  session << "INSERT INTO matter (reference, applicant_id, measure, catalogue, county,"
             " unit, handler_id, state, state_since, handed_over, opened_at, opened_by, changed_at,"
             " revision) VALUES (:reference, :applicant, :measure, :catalogue, :county,"
             " :unit, :handler, :state, :now, :handed_over, :now, :staff, :now, 1)",
      soci::use(what.reference, "reference"), soci::use(what.applicant_id, "applicant"),
      soci::use(what.measure, "measure"), soci::use(what.catalogue, "catalogue"),
      soci::use(what.county, "county"), soci::use(what.unit, "unit"),
      soci::use(what.handler_id, "handler"), soci::use(what.state, "state"), soci::use(now, "now"),
      soci::use(handed_over, "handed_over"), soci::use(actor.staff_id, "staff");
  std::int64_t id = 0;
  session << "SELECT last_insert_rowid()", soci::into(id);
  return id;
}

void insertDocuments(soci::session& session, std::int64_t id,
                     const std::vector<std::string>& documents) {
  for (std::size_t i = 0; i < documents.size(); ++i) {
    const auto place = static_cast<std::int64_t>(i);
    session << "INSERT INTO matter_document (matter_id, place, name) VALUES (:id, :place, :name)",
        soci::use(id), soci::use(place), soci::use(documents[i]);
  }
}

void save(soci::session& session, const Matter& what) {
  const std::int64_t since = toSeconds(what.state_since);
  const std::int64_t changed_at = toSeconds(what.changed_at);
  const int handed_over = what.handed_over ? 1 : 0;
  session << "UPDATE matter SET unit = :unit, handler_id = :handler, state = :state,"
             " state_since = :since, handed_over = :handed_over, changed_at = :changed_at,"
             " revision = :revision WHERE id = :id",
      soci::use(what.unit), soci::use(what.handler_id), soci::use(what.state), soci::use(since),
      soci::use(handed_over), soci::use(changed_at), soci::use(what.revision), soci::use(what.id);
}

/// Runs `change(session, matter)` on the matter if it still has that revision. What it is given has
/// the next revision and the time of the change already; it is saved afterwards.
template <typename Apply>
Matters::Change changeMatter(Writer& writer, std::int64_t id, std::int64_t expected_revision,
                             const Actor& actor, const Apply& apply) {
  Matters::Change done = Matters::Change::kNone;
  writer.submit([&](soci::session& session) {
    auto known = readMatter(session, id);
    done = !known                                 ? Matters::Change::kNone
           : known->revision != expected_revision ? Matters::Change::kOtherRevision
                                                  : Matters::Change::kDone;
    if (done != Matters::Change::kDone) return;
    ++known->revision;
    known->changed_at = actor.at;
    apply(session, *known);
    save(session, *known);
  });
  return done;
}

}  // namespace

Matters::Opened SociMatters::open(const Matter& what, const std::vector<std::string>& documents,
                                  const Actor& actor) {
  check(what);
  checkState(what.state);
  for (const std::string& name : documents) refuseNul("a document", {name});
  Opened opened;
  writer_.submit([&](soci::session& session) {
    opened = {};
    const auto firm = firmOf(session, what.applicant_id, toSeconds(actor.at));
    const auto open = firm ? openMatterOf(session, what, *firm, toSeconds(actor.at)) : std::nullopt;
    opened.id = open && open->county == what.county ? open->id : 0;
    opened.outcome = !firm                              ? Opening::kNotAuthorised
                     : open                             ? Opening::kOpenAlready
                     : isTaken(session, what.reference) ? Opening::kReferenceTaken
                                                        : Opening::kDone;
    if (opened.outcome != Opening::kDone) return;
    Matter next = what;
    next.revision = 1;
    next.id = opened.id = insert(session, what, actor);
    insertDocuments(session, next.id, documents);
    writeChange(session, next, "", "", actor);
    writeTrail(session, next, "opened", {"measure", "unit", "state"}, actor);
  });
  return opened;
}

std::optional<MatterFile> SociMatters::find(std::int64_t id) const {
  return translating([&]() -> std::optional<MatterFile> {
    const Readers::Lease reader = readers_.lease();
    soci::session& session = reader.session();
    session << "BEGIN";  // so that all parts are of one moment
    auto what = readMatter(session, id);
    std::optional<MatterFile> file;
    if (what) file = readFile(session, *std::move(what));
    session << "COMMIT";
    return file;
  });
}

std::vector<Matter> SociMatters::list(const MatterQuery& query) const {
  return translating([&] {
    const Readers::Lease reader = readers_.lease();
    return readMatters(reader.session(), query);
  });
}

Matters::Change SociMatters::step(std::int64_t id, std::int64_t expected_revision, const Step& step,
                                  const Actor& actor) {
  checkState(step.to);
  refuseNul("a step", {step.sealed_reason});
  return changeMatter(writer_, id, expected_revision, actor,
                      [&](soci::session& session, Matter& what) {
                        const std::string from = what.state;
                        std::vector<std::string> fields{"state"};
                        if (what.handler_id != step.handler_id) fields.emplace_back("handler");
                        if (!step.sealed_reason.empty()) fields.emplace_back("reason");
                        what.state = step.to;
                        what.state_since = actor.at;
                        what.handler_id = step.handler_id;
                        what.handed_over = what.handed_over || step.handed_over;
                        writeChange(session, what, from, step.sealed_reason, actor);
                        writeTrail(session, what, step.to.c_str(), std::move(fields), actor);
                      });
}

Matters::Change SociMatters::reassign(std::int64_t id, std::int64_t expected_revision,
                                      std::string_view unit, std::int64_t handler_id,
                                      const Actor& actor) {
  if (unit.empty()) refuse("a matter needs a unit");
  refuseNul("a matter", {unit});
  return changeMatter(writer_, id, expected_revision, actor,
                      [&](soci::session& session, Matter& what) {
                        std::vector<std::string> fields;
                        if (what.unit != unit) fields.emplace_back("unit");
                        if (what.handler_id != handler_id) fields.emplace_back("handler");
                        what.unit = unit;
                        what.handler_id = handler_id;
                        writeChange(session, what, what.state, "", actor);
                        writeTrail(session, what, "reassigned", std::move(fields), actor);
                      });
}

Matters::Change SociMatters::tick(std::int64_t id, std::int64_t expected_revision,
                                  const std::vector<std::size_t>& places, const Actor& actor) {
  return changeMatter(
      writer_, id, expected_revision, actor, [&](soci::session& session, const Matter& what) {
        const auto documents = readFile(session, what).documents;
        for (const std::size_t place : places) {
          if (place >= documents.size()) refuse("the matter has no document at that place");
        }
        for (std::size_t i = 0; i < documents.size(); ++i) {
          const bool there = std::find(places.begin(), places.end(), i) != places.end();
          if (there == (documents[i].ticked_by != 0)) continue;
          const auto place = static_cast<std::int64_t>(i);
          const std::int64_t by = there ? actor.staff_id : 0;
          const std::int64_t at = there ? toSeconds(actor.at) : 0;
          session << "UPDATE matter_document SET ticked_by = :by, ticked_at = :at"
                     " WHERE matter_id = :id AND place = :place",
              soci::use(by), soci::use(at), soci::use(what.id), soci::use(place);
        }
        writeTrail(session, what, "ticked", {"documents"}, actor);
      });
}

Matters::Change SociMatters::addNote(std::int64_t id, std::string_view sealed_text,
                                     const Actor& actor) {
  refuseNul("a note", {sealed_text});
  const std::string text(sealed_text);
  Change done = Change::kNone;
  writer_.submit([&](soci::session& session) {
    const auto known = readMatter(session, id);
    done = known && !known->erased ? Change::kDone : Change::kNone;
    if (done == Change::kNone) return;
    const std::int64_t at = toSeconds(actor.at);
    session << "INSERT INTO matter_note (matter_id, at, staff_id, sealed_text)"
               " VALUES (:id, :at, :staff, :text)",
        soci::use(id), soci::use(at), soci::use(actor.staff_id), soci::use(text);
    // A note overwrites nothing, so nobody who works on the matter is told to look again.
    Matter noted = *known;
    noted.revision = 0;
    writeTrail(session, noted, "noted", {"notes"}, actor);
  });
  return done;
}

}  // namespace policycalc::store::sqlite

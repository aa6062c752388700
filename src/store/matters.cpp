#include "policycalc/store/matters.h"

#include <algorithm>
#include <utility>

#include "store/authorisations.h"
#include "store/confirmed_time.h"
#include "store/database.h"
#include "store/matter_changes.h"
#include "store/matter_rows.h"
#include "store/open_matters.h"
#include "store/query_codes.h"
#include "store/statement.h"
#include "store/values.h"
#include "store/words.h"

namespace policycalc::store {
namespace {

void check(const Matter& matter) {
  if (matter.reference.empty() || matter.measure.empty() || matter.county.empty() ||
      matter.unit.empty()) {
    refuse("a matter needs a reference, a measure, a county and a unit");
  }
  refuseNul("a matter",
            {matter.reference, matter.measure, matter.catalogue, matter.county, matter.unit});
}

/// The firm of an applicant whose authorisation for matters is in force; nothing otherwise.
std::optional<std::string> firmOf(soci::session& session, std::int64_t applicant_id,
                                  std::int64_t now) {
  std::string firm;
  session << "SELECT a.firm FROM applicant a JOIN authorisation h ON h.applicant_id = a.id"
             " WHERE a.id = :id AND a.erased = 0 AND h.for_matters = 1 AND "
          << inForce(),
      soci::use(applicant_id, "id"), soci::use(now, "now"), soci::into(firm);
  if (!session.got_data()) return std::nullopt;
  return firm;
}

bool isTaken(soci::session& session, const std::string& reference) {
  int taken = 0;
  session << "SELECT count(*) FROM matter WHERE reference = :reference", soci::use(reference),
      soci::into(taken);
  return taken > 0;
}

std::int64_t insert(soci::session& session, const Matter& matter, const Actor& actor) {
  const std::int64_t now = toSeconds(actor.at);
  const std::string state = wordOf(matter.state);
  const int handed_over = matter.handed_over ? 1 : 0;
  const auto [due, soon] = daysOf(matter);
  std::int64_t id = 0;
  session << "INSERT INTO matter (reference, applicant_id, measure, catalogue, county,"
             " unit, owner_id, handler_id, state, state_since, due_day, soon_day, handed_over,"
             " opened_at, opened_by, changed_at, revision, permit_until, permit_by_code)"
             " SELECT :reference, :applicant, :measure, :catalogue, :county, :unit, :staff,"
             " :handler, :state, :now, :due, :soon, :handed_over, :now, :staff, :now, 1, h.until,"
             " CASE WHEN h.given = 'code' THEN 1 ELSE 0 END FROM authorisation h"
             " WHERE h.applicant_id = :applicant AND h.ended_at = 0 RETURNING id",
      soci::use(matter.reference, "reference"), soci::use(matter.applicant_id, "applicant"),
      soci::use(matter.measure, "measure"), soci::use(matter.catalogue, "catalogue"),
      soci::use(matter.county, "county"), soci::use(matter.unit, "unit"),
      soci::use(matter.handler_id, "handler"), soci::use(state, "state"), soci::use(now, "now"),
      soci::use(due, "due"), soci::use(soon, "soon"), soci::use(handed_over, "handed_over"),
      soci::use(actor.staff_id, "staff"), soci::into(id);
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

/// What the due day of a matter follows from.
struct DueRow {
  std::int64_t id = 0;
  std::string state;
  std::int64_t since = 0;
  std::int64_t rested = 0;

  void bind(Statement& query) { query.into(id).into(state).into(since).into(rested); }
  DueRow take() const { return *this; }
};

}  // namespace

std::int64_t responsibleFor(const Matter& matter) {
  if (desk::isAtUnit(matter.state)) return matter.handler_can ? matter.handler_id : 0;
  return matter.owner_can ? matter.owner_id : 0;
}

std::optional<BeforeEnd> beforeEnd(const MatterFile& file) {
  if (isOpen(file.matter.state)) return std::nullopt;
  const auto& history = file.history;
  const auto end = std::find_if(history.rbegin(), history.rend(), [](const MatterChange& change) {
    return change.from && isOpen(*change.from) && !isOpen(change.to);
  });
  if (end == history.rend()) return std::nullopt;
  // The clock of the state began where the matter entered it, not where it was reassigned in it.
  const auto entered = std::find_if(end, history.rend(), [&](const MatterChange& change) {
    return change.to == *end->from && change.from != change.to;
  });
  if (entered == history.rend()) return std::nullopt;
  return BeforeEnd{*end->from, entered->at, end->staff_id, end->at};
}

MatterPosition positionOf(const Matter& matter) {
  if (!isOpen(matter.state)) return {true, -toSeconds(matter.state_since), matter.id};
  return {false, daysOf(matter).first, matter.id};
}

Matters::Opened Matters::open(const Matter& matter, const std::vector<std::string>& documents,
                              const Actor& actor) {
  check(matter);
  for (const std::string& name : documents) refuseNul("a document", {name});
  Opened opened;
  database_.write([&](soci::session& session) {
    opened = {};
    const std::int64_t now = endingSeconds(session, actor.at);
    const auto firm = firmOf(session, matter.applicant_id, now);
    const auto open = firm ? openMatterOf(session, matter, *firm, now) : std::nullopt;
    opened.id = open && open->county == matter.county ? open->id : 0;
    opened.outcome = !firm                                ? Opening::kNotAuthorised
                     : open                               ? Opening::kOpenAlready
                     : isTaken(session, matter.reference) ? Opening::kReferenceTaken
                                                          : Opening::kDone;
    if (opened.outcome != Opening::kDone) return;
    Matter next = matter;
    next.revision = 1;
    next.id = opened.id = insert(session, matter, actor);
    insertDocuments(session, next.id, documents);
    if (!matter.query_hash.empty()) {
      keepQueryCode(session, next.id, matter.query_hash, actor.at);
    }
    writeChange(session, next, std::nullopt, {}, actor);
    writeTrail(session, next, desk::AuditAction::kOpened, {"measure", "unit", "state"}, actor);
  });
  return opened;
}

std::optional<MatterFile> Matters::find(std::int64_t id, std::chrono::sys_seconds now) const {
  return database_.readAtOneMoment([&](soci::session& session) -> std::optional<MatterFile> {
    auto known = readMatter(session, id, now);
    if (!known) return std::nullopt;
    return readFile(session, std::move(known->matter));
  });
}

std::optional<std::int64_t> Matters::applicantOf(std::string_view reference,
                                                 std::chrono::sys_seconds now) const {
  const std::string wanted(reference);
  return database_.read([&](soci::session& session) -> std::optional<std::int64_t> {
    const std::int64_t seconds = endingSeconds(session, now);
    std::int64_t id = 0;
    session << "SELECT a.id FROM matter m JOIN applicant a ON a.id = m.applicant_id"
               " WHERE m.reference = :reference AND a.erased = 0 AND EXISTS (SELECT 1"
               " FROM authorisation h WHERE h.applicant_id = a.id AND "
            << inForce() << ")",
        soci::use(wanted, "reference"), soci::use(seconds, "now"), soci::into(id);
    if (!session.got_data()) return std::nullopt;
    return id;
  });
}

std::vector<Matter> Matters::list(const MatterQuery& query, std::chrono::sys_seconds now) const {
  std::vector<Matter> matters;
  each(query, now, [&](const Matter& matter) { matters.push_back(matter); });
  return matters;
}

void Matters::each(const MatterQuery& query, std::chrono::sys_seconds now,
                   const std::function<void(const Matter&)>& use) const {
  database_.readAtOneMoment([&](soci::session& session) {
    readMatters(session, query, now, use);
    return true;
  });
}

MatterPage Matters::page(const MatterQuery& query, std::chrono::sys_seconds now) const {
  return database_.readAtOneMoment([&](soci::session& session) {
    MatterPage page;
    readMatters(session, query, now, [&](const Matter& matter) { page.matters.push_back(matter); });
    page.counts = countMatters(session, query, now);
    return page;
  });
}

std::string Matters::versionFor(std::string_view county, std::chrono::sys_seconds now) const {
  const std::string wanted(county);
  return database_.readAtOneMoment([&](soci::session& session) {
    const std::int64_t seconds = endingSeconds(session, now);
    std::int64_t changes = 0;
    std::int64_t over = 0;
    std::int64_t expired = 0;
    session << "SELECT coalesce(sum(version), 0) FROM matter_version"
               " WHERE :county = '' OR county IN ('', :county)",
        soci::use(wanted, "county"), soci::into(changes);
    // What ends by itself changes no row.
    session << "SELECT count(*) FROM matter WHERE permit_until > 0 AND permit_until <= :now",
        soci::use(seconds, "now"), soci::into(over);
    session << "SELECT count(*) FROM saved_profile WHERE expires_at <= :now",
        soci::use(seconds, "now"), soci::into(expired);
    return std::to_string(changes) + "." + std::to_string(over) + "." + std::to_string(expired);
  });
}

std::size_t Matters::reckonDueDays(std::string_view calendar, const Reckon& reckon) {
  const std::string version(calendar);
  std::size_t reckoned = 0;
  database_.write([&](soci::session& session) {
    reckoned = 0;
    std::string known;
    session << "SELECT version FROM matter_calendar WHERE id = 1", soci::into(known);
    if (session.got_data() && known == version) return;
    for (const DueRow& row : readRows<DueRow>(session,
                                              "SELECT id, state, state_since, rested FROM matter"
                                              " WHERE state IN " +
                                                  openStates(),
                                              [](Statement&) {})) {
      const auto [due, soon] =
          daysOf(reckon(stateFrom(row.state), fromSeconds(row.since), row.rested));
      session << "UPDATE matter SET due_day = :due, soon_day = :soon WHERE id = :id",
          soci::use(due), soci::use(soon), soci::use(row.id);
      ++reckoned;
    }
    session << "INSERT INTO matter_calendar (id, version) VALUES (1, :version)"
               " ON CONFLICT (id) DO UPDATE SET version = excluded.version",
        soci::use(version);
  });
  return reckoned;
}

}  // namespace policycalc::store

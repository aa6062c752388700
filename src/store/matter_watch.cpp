// What keeps a matter from being forgotten: the rest of its clock, reminders, and changes of its
// measure.

#include <algorithm>
#include <utility>

#include <soci/soci.h>

#include "policycalc/base/date.h"

#include "store/matter_changes.h"
#include "store/statement.h"
#include "store/values.h"
#include "store/words.h"

namespace policycalc::store {
namespace {

struct IdRow {
  std::int64_t id = 0;

  void bind(Statement& query) { query.into(id); }
  std::int64_t take() const { return id; }
};

/// An open matter and its measure.
struct MeasureRow {
  std::int64_t id = 0;
  Matters::KnownMeasure known;
  std::int64_t at = 0;
  int moved = 0;

  void bind(Statement& query) {
    query.into(id).into(known.catalogue).into(known.measure).into(moved).into(at);
  }
  MeasureRow take() const {
    MeasureRow taken = *this;
    taken.known.at = fromSeconds(at);
    return taken;
  }
};

std::vector<MeasureRow> readMeasures(soci::session& session) {
  const std::string read = wordOf(desk::Deed::kRead);
  return readRows<MeasureRow>(
      session,
      "SELECT id, catalogue, measure, measure_moved, coalesce((SELECT max(d.at)"
      " FROM matter_deed d WHERE d.matter_id = matter.id AND d.deed = :read), opened_at)"
      " FROM matter WHERE state IN " +
          openStates() + " ORDER BY id",
      [&](Statement& query) { query.use(read, "read"); });
}

}  // namespace

desk::TurnPlace turnPlaceOf(const Matter& matter, std::chrono::sys_seconds permit_horizon) {
  const bool has_task = matter.measure_moved || matter.permit_until <= permit_horizon;
  return {.state = matter.state,
          .responsible_id = responsibleFor(matter),
          .window_task_of = has_task && matter.owner_can ? matter.owner_id : 0,
          .completing = matter.completion.has_value()};
}

Matters::Change Matters::rest(std::int64_t id, std::int64_t expected_revision, const Rest& rest,
                              const Actor& actor) {
  refuseNul("a deed", {rest.sealed});
  return changeMatter(
      database_, id, expected_revision, actor, [&](soci::session& session, Matter& matter) {
        const bool begins = rest.completion.has_value();
        if (!isOpen(matter.state) || begins == matter.completion.has_value()) {
          refuse("the clock of the matter rests already, or it does not");
        }
        matter.completion = rest.completion;
        matter.rested = rest.rested;
        matter.due_days = rest.due_days;
        if (begins) ++matter.completions;
        writeDeed(session, id,
                  {.at = actor.at,
                   .staff_id = actor.staff_id,
                   .deed = begins ? desk::Deed::kAwaited : desk::Deed::kResumed,
                   .sealed = rest.sealed});
        writeTrail(session, matter,
                   begins ? desk::AuditAction::kAwaited : desk::AuditAction::kResumed,
                   {"completion"}, actor);
      });
}

std::size_t Matters::endCompletions(std::chrono::sys_seconds now) {
  const std::int64_t today = base::dayInChina(now).days().time_since_epoch().count();
  std::size_t ended = 0;
  database_.write([&](soci::session& session) {
    ended = 0;
    for (const std::int64_t id :
         readRows<IdRow>(session,
                         "SELECT id FROM matter WHERE completing_until > 0"
                         " AND completing_until < :today ORDER BY id",
                         [&](Statement& query) { query.use(today, "today"); })) {
      auto known = readMatter(session, id, now);
      // One whose authorisation is over ends with that.
      if (!known || known->is_over) continue;
      ++known->matter.revision;
      known->matter.changed_at = now;
      writeReturn(session, known->matter, now);
      save(session, known->matter);
      ++ended;
    }
  });
  return ended;
}

std::vector<std::pair<std::string, std::string>> Matters::openMeasures() const {
  return database_.readAtOneMoment([&](soci::session& session) {
    std::vector<std::pair<std::string, std::string>> pairs;
    for (const MeasureRow& row : readMeasures(session)) {
      pairs.emplace_back(row.known.catalogue, row.known.measure);
    }
    std::sort(pairs.begin(), pairs.end());
    pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
    return pairs;
  });
}

std::size_t Matters::markMovedMeasures(const Moved& moved) {
  std::size_t changed = 0;
  database_.write([&](soci::session& session) {
    changed = 0;
    for (const MeasureRow& row : readMeasures(session)) {
      const int now = moved(row.known) ? 1 : 0;
      if (now == row.moved) continue;
      session << "UPDATE matter SET measure_moved = :moved WHERE id = :id", soci::use(now),
          soci::use(row.id);
      ++changed;
    }
  });
  return changed;
}

Matters::Change Matters::readMeasure(std::int64_t id, std::int64_t expected_revision,
                                     std::string_view catalogue, const Actor& actor) {
  refuseNul("a matter", {catalogue});
  return changeMatter(
      database_, id, expected_revision, actor, [&](soci::session& session, Matter& matter) {
        if (!matter.measure_moved) refuse("the measure of the matter has not moved");
        matter.catalogue = catalogue;
        matter.measure_moved = false;
        writeDeed(session, id,
                  {.at = actor.at, .staff_id = actor.staff_id, .deed = desk::Deed::kRead});
        writeTrail(session, matter, desk::AuditAction::kRead, {"measure"}, actor);
      });
}

Matters::Change Matters::remind(std::int64_t id, std::int64_t to_id, const Actor& actor) {
  return addToMatter(database_, id, actor, [&](soci::session& session, const Matter& matter) {
    const std::int64_t at = toSeconds(actor.at);
    writeDeed(session, id,
              {.at = actor.at,
               .staff_id = actor.staff_id,
               .deed = desk::Deed::kReminded,
               .sealed = {},
               .to_id = to_id});
    session << "UPDATE matter SET reminders = reminders + 1, reminded_id = :to, reminded_at = :at"
               " WHERE id = :id",
        soci::use(to_id, "to"), soci::use(at, "at"), soci::use(id, "id");
    writeTrail(session, matter, desk::AuditAction::kReminded, {"reminders"}, actor);
  });
}

void Matters::see(std::int64_t id, const std::vector<std::int64_t>& staff_ids,
                  std::chrono::sys_seconds now) {
  const std::int64_t at = toSeconds(now);
  const std::string word = wordOf(desk::Deed::kReminded);
  database_.write([&](soci::session& session) {
    for (const std::int64_t staff_id : staff_ids) {
      session << "UPDATE matter_deed SET seen_at = :at WHERE matter_id = :id AND deed = :deed"
                 " AND to_id = :staff AND seen_at = 0",
          soci::use(at, "at"), soci::use(id, "id"), soci::use(word, "deed"),
          soci::use(staff_id, "staff");
    }
  });
}

}  // namespace policycalc::store

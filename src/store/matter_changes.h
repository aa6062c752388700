#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <soci/session.h>

#include "policycalc/store/matters.h"

#include "store/database.h"
#include "store/matter_rows.h"

/// Parts of the jobs that change matters. All throw SOCI's exceptions or StoreError.
namespace policycalc::store {

/// The due day and the day from which it is near, as they are stored: 0 for none.
std::pair<std::int64_t, std::int64_t> daysOf(const std::optional<desk::DueDays>& days);
/// Those of the matter; 0 once closed.
std::pair<std::int64_t, std::int64_t> daysOf(const Matter& matter);

/// The first and the last day of a completion, likewise.
std::pair<std::int64_t, std::int64_t> daysOf(const std::optional<desk::Completion>& completion);

/// An entry of the trail about the matter, under its revision.
void writeTrail(soci::session& session, const Matter& matter, desk::AuditAction action,
                std::vector<std::string> fields, const Actor& actor);

/// What is said of a change, sealed; "" for nothing.
struct Said {
  std::string reason = {};
  std::string end = {};
};
/// An entry of the history, from `from` to the state that the matter has now.
void writeChange(soci::session& session, const Matter& matter,
                 std::optional<desk::MatterState> from, const Said& said, const Actor& actor);

void writeDeed(soci::session& session, std::int64_t matter_id, const MatterDeed& deed);

/// The time in which the company could complete its papers is over, and the matter goes on: a deed
/// of the service.
void writeReturn(soci::session& session, const Matter& matter, std::chrono::sys_seconds at);

/// Writes what may change of the matter.
void save(soci::session& session, const Matter& matter);

/// Runs `apply(session, matter)` on the matter if it still has that revision and `may(session,
/// matter)`, and saves it. The matter that it is given already has the next revision and the time
/// of the change.
template <typename Apply, typename May>
Matters::Change changeMatter(Database& database, std::int64_t id, std::int64_t expected_revision,
                             const Actor& actor, const Apply& apply, const May& may) {
  Matters::Change done = Matters::Change::kNone;
  database.write([&](soci::session& session) {
    auto known = readMatter(session, id, actor.at);
    // Ending with the authorisation is also a change.
    const bool is_other = known && (known->is_over || known->matter.revision != expected_revision);
    done = !known     ? Matters::Change::kNone
           : is_other ? Matters::Change::kOtherRevision
                      : Matters::Change::kDone;
    if (done != Matters::Change::kDone || !may(session, known->matter)) return;
    ++known->matter.revision;
    known->matter.changed_at = actor.at;
    if (known->completion_over) writeReturn(session, known->matter, actor.at);
    apply(session, known->matter);
    save(session, known->matter);
  });
  return done;
}

template <typename Apply>
Matters::Change changeMatter(Database& database, std::int64_t id, std::int64_t expected_revision,
                             const Actor& actor, const Apply& apply) {
  return changeMatter(database, id, expected_revision, actor, apply,
                      [](soci::session&, const Matter&) { return true; });
}

/// Runs `write(session, matter)`, which adds something to the matter and overwrites nothing. So it
/// needs no revision, and is no reason to look again before a change: the matter that it is given
/// has the revision 0, for the trail.
template <typename Write>
Matters::Change addToMatter(Database& database, std::int64_t id, const Actor& actor,
                            const Write& write) {
  Matters::Change done = Matters::Change::kNone;
  database.write([&](soci::session& session) {
    const auto known = readMatter(session, id, actor.at);
    done = known && !known->matter.erased ? Matters::Change::kDone : Matters::Change::kNone;
    if (done == Matters::Change::kNone) return;
    Matter added = known->matter;
    added.revision = 0;
    write(session, added);
  });
  return done;
}

}  // namespace policycalc::store

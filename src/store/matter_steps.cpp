#include <algorithm>
#include <utility>

#include <soci/soci.h>

#include "store/confirmed_time.h"
#include "store/matter_changes.h"
#include "store/open_matters.h"
#include "store/values.h"
#include "store/words.h"

namespace policycalc::store {
Matters::Change Matters::step(std::int64_t id, std::int64_t expected_revision, const Step& step,
                              const Actor& actor) {
  refuseNul("a step", {step.sealed_reason, step.sealed_end});
  return changeMatter(
      database_, id, expected_revision, actor, [&](soci::session& session, Matter& matter) {
        const desk::MatterState from = matter.state;
        std::vector<std::string> fields{"state"};
        if (matter.handler_id != step.handler_id) fields.emplace_back("handler");
        if (!step.sealed_reason.empty()) fields.emplace_back("reason");
        if (!step.sealed_end.empty()) fields.emplace_back("end");
        matter.state = step.to;
        matter.state_since = actor.at;
        matter.due_days = step.due_days;
        matter.rested = isOpen(step.to) ? 0 : step.rested;
        matter.completion.reset();
        matter.reminders = 0;
        if (step.owner_id != 0) matter.owner_id = step.owner_id;
        if (desk::isAtUnit(from) && step.to == desk::MatterState::kPreparing) ++matter.returns;
        matter.handler_id = step.handler_id;
        matter.handed_over = matter.handed_over || step.handed_over;
        matter.to_tell = mustBeTold(step.to);
        writeChange(session, matter, from, {step.sealed_reason, step.sealed_end}, actor);
        writeTrail(session, matter, desk::actionOfStepTo(step.to), std::move(fields), actor);
      });
}

Matters::Change Matters::reopen(std::int64_t id, std::int64_t expected_revision,
                                const Reopening& reopening, const Actor& actor) {
  refuseNul("a reopening", {reopening.sealed_reason});
  Change refused = Change::kDone;
  const auto apply = [&](soci::session& session, Matter& matter) {
    if (isOpen(matter.state) || matter.erased) refuse("the matter cannot be opened again");
    const desk::MatterState from = matter.state;
    const bool is_slip = reopening.sealed_reason.empty();
    matter.state = reopening.to;
    matter.state_since = reopening.since;
    matter.due_days = reopening.due_days;
    matter.rested = reopening.rested;
    matter.reminders = 0;
    matter.to_tell = false;
    writeChange(session, matter, from, {reopening.sealed_reason}, actor);
    writeTrail(
        session, matter, is_slip ? desk::AuditAction::kUndone : desk::AuditAction::kReopened,
        is_slip ? std::vector<std::string>{"state"} : std::vector<std::string>{"state", "reason"},
        actor);
  };
  const auto may = [&](soci::session& session, const Matter& matter) {
    refused = hasAnotherOpen(session, matter, endingSeconds(session, actor.at))
                  ? Change::kOpenAlready
                  : Change::kDone;
    return refused == Change::kDone;
  };
  const Change done = changeMatter(database_, id, expected_revision, actor, apply, may);
  return done == Change::kDone ? refused : done;
}

Matters::Change Matters::reassign(std::int64_t id, std::int64_t expected_revision,
                                  std::string_view unit, std::int64_t handler_id,
                                  const Actor& actor) {
  if (unit.empty()) refuse("a matter needs a unit");
  refuseNul("a matter", {unit});
  return changeMatter(
      database_, id, expected_revision, actor, [&](soci::session& session, Matter& matter) {
        std::vector<std::string> fields;
        if (matter.unit != unit) fields.emplace_back("unit");
        if (matter.handler_id != handler_id) fields.emplace_back("handler");
        matter.unit = unit;
        matter.handler_id = handler_id;
        writeChange(session, matter, matter.state, {}, actor);
        writeTrail(session, matter, desk::AuditAction::kReassigned, std::move(fields), actor);
      });
}

Matters::Change Matters::giveAtWindow(std::int64_t id, std::int64_t expected_revision,
                                      std::int64_t owner_id, const Actor& actor) {
  return changeMatter(
      database_, id, expected_revision, actor, [&](soci::session& session, Matter& matter) {
        matter.owner_id = owner_id;
        writeChange(session, matter, matter.state, {}, actor);
        writeTrail(session, matter, desk::AuditAction::kReassigned, {"owner"}, actor);
      });
}

Matters::Change Matters::tick(std::int64_t id, std::int64_t expected_revision,
                              const std::vector<std::size_t>& places, const Actor& actor) {
  return changeMatter(
      database_, id, expected_revision, actor, [&](soci::session& session, const Matter& matter) {
        const auto documents = readDocuments(session, matter.id);
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
              soci::use(by), soci::use(at), soci::use(matter.id), soci::use(place);
        }
        writeTrail(session, matter, desk::AuditAction::kTicked, {"documents"}, actor);
      });
}

Matters::Change Matters::addNote(std::int64_t id, std::string_view sealed_text,
                                 const Actor& actor) {
  refuseNul("a note", {sealed_text});
  const std::string text(sealed_text);
  return addToMatter(database_, id, actor, [&](soci::session& session, const Matter& matter) {
    const std::int64_t at = toSeconds(actor.at);
    session << "INSERT INTO matter_note (matter_id, at, staff_id, sealed_text)"
               " VALUES (:id, :at, :staff, :text)",
        soci::use(id), soci::use(at), soci::use(actor.staff_id), soci::use(text);
    writeTrail(session, matter, desk::AuditAction::kNoted, {"notes"}, actor);
  });
}

Matters::Change Matters::addAttempt(std::int64_t id, std::string_view sealed, const Actor& actor) {
  refuseNul("an attempt", {sealed});
  return addToMatter(database_, id, actor, [&](soci::session& session, const Matter& matter) {
    writeDeed(session, id,
              {.at = actor.at,
               .staff_id = actor.staff_id,
               .deed = desk::Deed::kAttempted,
               .sealed = std::string(sealed)});
    writeTrail(session, matter, desk::AuditAction::kAttempted, {"attempts"}, actor);
  });
}

Matters::Change Matters::tell(std::int64_t id, std::int64_t expected_revision,
                              std::string_view sealed, const Actor& actor) {
  refuseNul("a deed", {sealed});
  return changeMatter(database_, id, expected_revision, actor,
                      [&](soci::session& session, Matter& matter) {
                        if (!matter.to_tell)
                          refuse("there is nothing to tell the company about the matter");
                        matter.to_tell = false;
                        writeDeed(session, id,
                                  {.at = actor.at,
                                   .staff_id = actor.staff_id,
                                   .deed = desk::Deed::kTold,
                                   .sealed = std::string(sealed)});
                        writeTrail(session, matter, desk::AuditAction::kTold, {"told"}, actor);
                      });
}

}  // namespace policycalc::store

#include "desk/matters/matter_steps.h"

#include <string>
#include <utility>

#include "policycalc/desk/rules/handling.h"
#include "policycalc/web/refusals.h"

#include "desk/applicants/applicant_record.h"
#include "desk/desk_refusals.h"
#include "desk/door/signed_in.h"
#include "desk/matters/matter_body.h"
#include "desk/matters/matter_handlers.h"
#include "desk/matters/matter_view.h"
#include "desk/matters/matter_watch.h"

namespace policycalc::desk {
namespace {

using http::Request;
using http::Response;
using store::Matter;
using store::MatterFile;

/// The refusal of a move of a matter that is in `state`.
Response refusalFor(const Request& request, MoveFault fault, MatterState state) {
  return refusal(request, failureOf(fault, state));
}

std::string seal(const std::string& text, const Matter& matter, std::string_view as,
                 const Services& services) {
  if (text.empty()) return {};
  return vault::seal(text, openApplicantKey(matter.key_by_service, services.service_key), as);
}

Response stepOf(const MatterBook& book, const Request& request, const SignedIn& who,
                const MatterFile& file) {
  const Services& services = book.services();
  const Matter& matter = file.matter;
  const auto body = readStep(request.body, services.today());
  if (!body.ok()) return web::invalid(request, body.error());
  // Checked first: a page that shows an older state should learn that, not the fate of its step.
  if (body->revision != matter.revision) {
    return matterChanged(book, request, matter.id, body->revision);
  }
  const auto next =
      decideStep(seatOf(who), matter.state, matter.handler_id,
                 {.to = body->to,
                  .gives_reason = !body->reason.empty(),
                  .handler_id = body->handler_id,
                  .tried_enough = hasTriedEnough(file, services.deadlines.workdays())},
                 peopleFor(matter, matter.unit, services.store));
  if (!next.ok()) return refusalFor(request, next.error(), matter.state);
  base::Issues lacking = issuesOfEnd(body->to, body->end);
  if (!lacking.empty()) return web::invalid(request, std::move(lacking));
  const store::Actor actor = actorOf(request, who, services.now());
  store::Matters::Step step;
  step.to = next->step->to;
  step.handler_id = next->handler_id;
  // The clerk who moves it has it from then on, so that a colleague who steps in becomes its
  // owner.
  if (seatOf(who).role == Role::kClerk) step.owner_id = who.member.id;
  step.due_days = services.deadlines.dueDays(step.to, base::dayInChina(actor.at));
  if (!isOpen(step.to)) step.rested = restedUntilToday(matter, services);
  step.handed_over = step.to == MatterState::kHandedOver;
  step.sealed_reason = seal(body->reason, matter, sealed_as::kReason, services);
  step.sealed_end = seal(textOfEnd(body->end), matter, sealed_as::kEnd, services);
  const auto change = book.matters().step(matter.id, body->revision, step, actor);
  return answerChange(book, request, who, matter.id, body->revision, change);
}

Response reassignOf(const MatterBook& book, const Request& request, const SignedIn& who,
                    const Matter& matter) {
  const Services& services = book.services();
  const auto body = readReassignment(request.body, book.catalogue());
  if (!body.ok()) return web::invalid(request, body.error());
  if (body->revision != matter.revision) {
    return matterChanged(book, request, matter.id, body->revision);
  }
  const HandlerLookup people = peopleFor(matter, body->unit, services.store);
  if (const auto fault = faultOfReassignment(matter.state, body->handler_id, people.can_handle)) {
    return refusalFor(request, *fault, matter.state);
  }
  const auto change =
      book.matters().reassign(matter.id, body->revision, body->unit, body->handler_id,
                              actorOf(request, who, services.now()));
  return answerChange(book, request, who, matter.id, body->revision, change);
}

}  // namespace

DeskFailure failureOf(MoveFault fault, MatterState state) {
  switch (fault) {
    case MoveFault::kClosed:
      return DeskFailure::kClosed;
    case MoveFault::kNoSuchStep:
      return DeskFailure::kNoSuchStep;
    case MoveFault::kNotForRole:
      return DeskFailure::kStepNotPermitted;
    case MoveFault::kReasonMissing:
      return DeskFailure::kReasonMissing;
    case MoveFault::kTakesNoHandler:
      return DeskFailure::kTakesNoHandler;
    case MoveFault::kHandlerMissing:
      return state == MatterState::kInProgress ? DeskFailure::kHandlerRequired
                                               : DeskFailure::kHandlerMissing;
    case MoveFault::kNotTried:
      return DeskFailure::kNotTried;
    case MoveFault::kCannotHandle:
      break;
  }
  return DeskFailure::kCannotHandle;
}

Response takeStep(const MatterBook& book, const Request& request, const SignedIn& who) {
  return withMatter(book, request, who,
                    [&](const MatterFile& file) { return stepOf(book, request, who, file); });
}

Response reassign(const MatterBook& book, const Request& request, const SignedIn& who) {
  return withMatter(book, request, who, [&](const MatterFile& file) {
    return reassignOf(book, request, who, file.matter);
  });
}

Response tickDocuments(const MatterBook& book, const Request& request, const SignedIn& who) {
  return withMatter(book, request, who, [&](const MatterFile& file) {
    const auto body = readTicks(request.body, file.documents.size());
    if (!body.ok()) return web::invalid(request, body.error());
    const std::int64_t id = file.matter.id;
    if (body->revision != file.matter.revision) {
      return matterChanged(book, request, id, body->revision);
    }
    if (!isOpen(file.matter.state)) return refusal(request, DeskFailure::kClosed);
    const auto change = book.matters().tick(id, body->revision, body->places,
                                            actorOf(request, who, book.services().now()));
    return answerChange(book, request, who, id, body->revision, change);
  });
}

Response addNote(const MatterBook& book, const Request& request, const SignedIn& who) {
  return withMatter(book, request, who, [&](const MatterFile& file) {
    const auto text = readNote(request.body);
    if (!text.ok()) return web::invalid(request, text.error());
    const Matter& matter = file.matter;
    if (matter.erased || !isOpen(matter.state)) return refusal(request, DeskFailure::kClosed);
    const auto change =
        book.matters().addNote(matter.id, seal(*text, matter, sealed_as::kNote, book.services()),
                               actorOf(request, who, book.services().now()));
    return answerChange(book, request, who, matter.id, matter.revision, change);
  });
}

Response addAttempt(const MatterBook& book, const Request& request, const SignedIn& who) {
  return withMatter(book, request, who, [&](const MatterFile& file) {
    const auto contact = readAttempt(request.body);
    if (!contact.ok()) return web::invalid(request, contact.error());
    const Matter& matter = file.matter;
    if (!isOpen(matter.state)) return refusal(request, DeskFailure::kClosed);
    const auto change = book.matters().addAttempt(
        matter.id, seal(textOfContact(*contact), matter, sealed_as::kDeed, book.services()),
        actorOf(request, who, book.services().now()));
    return answerChange(book, request, who, matter.id, matter.revision, change);
  });
}

Response tellCompany(const MatterBook& book, const Request& request, const SignedIn& who) {
  return withMatter(book, request, who, [&](const MatterFile& file) {
    const Services& services = book.services();
    const auto body = readTelling(request.body, services.today());
    if (!body.ok()) return web::invalid(request, body.error());
    const Matter& matter = file.matter;
    if (body->revision != matter.revision) {
      return matterChanged(book, request, matter.id, body->revision);
    }
    if (!matter.to_tell) return refusal(request, DeskFailure::kToldAlready);
    const auto change =
        book.matters().tell(matter.id, body->revision,
                            seal(textOfContact(body->contact), matter, sealed_as::kDeed, services),
                            actorOf(request, who, services.now()));
    return answerChange(book, request, who, matter.id, body->revision, change);
  });
}

}  // namespace policycalc::desk

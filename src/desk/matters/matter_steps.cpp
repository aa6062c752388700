#include "desk/matters/matter_steps.h"

#include <optional>
#include <string>
#include <utility>

#include "policycalc/web/refusals.h"

#include "desk/applicants/applicant_record.h"
#include "desk/door/seat.h"
#include "desk/matters/matter_body.h"
#include "desk/matters/matter_handlers.h"
#include "desk/refusals.h"

namespace policycalc::desk {
namespace {

using http::Request;
using http::Response;
using store::Matter;
using store::MatterFile;

Response closed(const Request& request) {
  return refusal(request, 409, "closed", "这个办件已经办结。This matter is closed.");
}

Response noSuchStep(const Request& request) {
  return refusal(request, 409, "no_such_step",
                 "从现在的状态不能直接到这一步。No step leads there from the present state.");
}

Response notYours(const Request& request) {
  return refusal(request, 403, "not_permitted",
                 "您的角色不能走这一步。Your role may not take this step.");
}

Response wrongHandler(const Request& request) {
  return refusal(request, 400, "wrong_value",
                 "这位工作人员不能在该单位经办这个办件。"
                 "This member of the staff cannot take the matter care of in that unit.",
                 "/handler");
}

bool canHandle(std::int64_t staff_id, const Matter& what, std::string_view unit,
               const store::StaffMembers& members) {
  const auto member = members.find(staff_id);
  return member && desk::canHandle(*member, what, unit);
}

bool isOpen(const Matter& what) {
  const auto state = matterStateNamed(what.state);
  return state && isOpen(*state);
}

std::string seal(const std::string& text, const Matter& what, std::string_view as,
                 const Services& services) {
  if (text.empty()) return {};
  return vault::seal(text, openApplicantKey(what.key_by_service, services.service_key), as);
}

/// Who takes the matter care of once the step is taken: whoever it names, or else whoever has it;
/// after these a handler who takes it on themselves, or whom the table names.
std::int64_t handlerAfter(const MatterStep& step, const StepBody& body, const Matter& what,
                          const SignedIn& who, store::Store& store) {
  if (!step.names_handler) return what.handler_id;
  if (body.handler_id) return *body.handler_id;
  if (what.handler_id != 0 && canHandle(what.handler_id, what, what.unit, store.staff())) {
    return what.handler_id;
  }
  if (step.needs_handler && who.role == Role::kHandler) return who.member.id;
  return namedFor(what, what.unit, store);
}

/// What speaks against a step that is there and theirs to take.
std::optional<Response> refuseStep(const Request& request, const MatterStep& step,
                                   const StepBody& body, const Matter& what, std::int64_t handler,
                                   const store::StaffMembers& members) {
  if (step.needs_reason && body.reason.empty()) {
    return refusal(request, 400, "missing_field",
                   "请写明原因，申请人要看。Say why: it is for the applicant.", "/reason");
  }
  if (body.handler_id && !step.names_handler) {
    return refusal(request, 400, "wrong_value", "这一步不指定经办人。This step names nobody.",
                   "/handler");
  }
  if (!step.names_handler) return std::nullopt;
  if (handler == 0 && step.needs_handler) {
    return refusal(request, 400, "missing_field", "请先指定经办人。Name somebody first.",
                   "/handler");
  }
  if (handler != 0 && !canHandle(handler, what, what.unit, members)) return wrongHandler(request);
  return std::nullopt;
}

Response stepOf(const MatterDesk& desk, const Request& request, const SignedIn& who,
                const Matter& what) {
  const auto body = readStep(request.body);
  if (!body.ok()) return web::invalid(request, body.error());
  // Asked first: somebody who looked at another state should hear of that, not of their step.
  if (body->revision != what.revision) return desk.changed(request, what.id, body->revision);
  const auto from = matterStateNamed(what.state);
  const MatterStep* step = from ? findStep(*from, body->to) : nullptr;
  if (step == nullptr) return noSuchStep(request);
  if (!mayTake(who.role, *step)) return notYours(request);
  const Services& services = desk.services();
  const std::int64_t handler = handlerAfter(*step, *body, what, who, services.store);
  if (auto refused = refuseStep(request, *step, *body, what, handler, services.store.staff())) {
    return *std::move(refused);
  }
  store::Matters::Step next;
  next.to = nameOf(step->to);
  next.handler_id = handler;
  next.handed_over = step->to == MatterState::kHandedOver;
  next.sealed_reason = seal(body->reason, what, sealed_as::kReason, services);
  const auto change =
      desk.matters().step(what.id, body->revision, next, actorOf(request, who, services.now()));
  return desk.answer(request, who, what.id, body->revision, change);
}

Response reassignOf(const MatterDesk& desk, const Request& request, const SignedIn& who,
                    const Matter& what) {
  const Services& services = desk.services();
  const auto body = readReassignment(request.body, *services.catalogues.current());
  if (!body.ok()) return web::invalid(request, body.error());
  if (body->revision != what.revision) return desk.changed(request, what.id, body->revision);
  if (!isOpen(what)) return closed(request);
  if (body->handler_id != 0 &&
      !canHandle(body->handler_id, what, body->unit, services.store.staff())) {
    return wrongHandler(request);
  }
  // Work that is under way has somebody.
  if (body->handler_id == 0 && what.state == nameOf(MatterState::kInProgress)) {
    return refusal(request, 400, "missing_field",
                   "办理中的办件必须有经办人。"
                   "A matter in progress must be somebody's.",
                   "/handler");
  }
  const auto change = desk.matters().reassign(what.id, body->revision, body->unit, body->handler_id,
                                              actorOf(request, who, services.now()));
  return desk.answer(request, who, what.id, body->revision, change);
}

}  // namespace

Response takeStep(const MatterDesk& desk, const Request& request, const SignedIn& who) {
  return desk.withCase(
      request, who, [&](const MatterFile& file) { return stepOf(desk, request, who, file.what); });
}

Response reassign(const MatterDesk& desk, const Request& request, const SignedIn& who) {
  return desk.withCase(request, who, [&](const MatterFile& file) {
    return reassignOf(desk, request, who, file.what);
  });
}

Response tickDocuments(const MatterDesk& desk, const Request& request, const SignedIn& who) {
  return desk.withCase(request, who, [&](const MatterFile& file) {
    const auto body = readTicks(request.body, file.documents.size());
    if (!body.ok()) return web::invalid(request, body.error());
    const std::int64_t id = file.what.id;
    if (body->revision != file.what.revision) return desk.changed(request, id, body->revision);
    if (!isOpen(file.what)) return closed(request);
    const auto change = desk.matters().tick(id, body->revision, body->places,
                                            actorOf(request, who, desk.services().now()));
    return desk.answer(request, who, id, body->revision, change);
  });
}

Response addNote(const MatterDesk& desk, const Request& request, const SignedIn& who) {
  return desk.withCase(request, who, [&](const MatterFile& file) {
    const auto text = readNote(request.body);
    if (!text.ok()) return web::invalid(request, text.error());
    const Matter& what = file.what;
    if (what.erased || !isOpen(what)) return closed(request);
    const auto change =
        desk.matters().addNote(what.id, seal(*text, what, sealed_as::kNote, desk.services()),
                               actorOf(request, who, desk.services().now()));
    return desk.answer(request, who, what.id, what.revision, change);
  });
}

}  // namespace policycalc::desk

#include "desk/matters/matter_reopening.h"

#include "policycalc/desk/rules/reopening.h"
#include "policycalc/web/refusals.h"

#include "desk/applicants/applicant_record.h"
#include "desk/desk_refusals.h"
#include "desk/door/signed_in.h"
#include "desk/matters/matter_body.h"
#include "desk/matters/matter_view.h"

namespace policycalc::desk {
namespace {

using http::Request;
using http::Response;
using store::Matter;
using store::MatterFile;
using store::Matters;

/// Opens the matter again in the state `before`, whose clock began at `since`.
Response reopen(const MatterBook& book, const Request& request, const SignedIn& who,
                const Matter& matter, std::int64_t revision, Matters::Reopening reopening) {
  const Services& services = book.services();
  // A clock that starts again has not rested yet.
  const std::int64_t rested = reopening.sealed_reason.empty() ? matter.rested : 0;
  reopening.rested = rested;
  reopening.due_days =
      services.deadlines.dueDays(reopening.to, base::dayInChina(reopening.since), rested);
  const auto change =
      book.matters().reopen(matter.id, revision, reopening, actorOf(request, who, services.now()));
  if (change == Matters::Change::kOpenAlready) return refusal(request, DeskFailure::kMatterOpen);
  return answerChange(book, request, who, matter.id, revision, change);
}

}  // namespace

Response undoEnd(const MatterBook& book, const Request& request, const SignedIn& who) {
  return withMatter(book, request, who, [&](const MatterFile& file) {
    const auto body = readUndo(request.body);
    if (!body.ok()) return web::invalid(request, body.error());
    const Matter& matter = file.matter;
    if (body->revision != matter.revision) {
      return matterChanged(book, request, matter.id, body->revision);
    }
    const auto before = beforeEnd(file);
    if (!before || matter.erased) return refusal(request, DeskFailure::kNotClosed);
    if (!mayUndo(file, seatOf(who), book.services().now())) {
      return refusal(request, DeskFailure::kTooLate);
    }
    return reopen(book, request, who, matter, body->revision,
                  {.to = before->state, .since = before->since});
  });
}

Response reopenMatter(const MatterBook& book, const Request& request, const SignedIn& who) {
  return withMatter(book, request, who, [&](const MatterFile& file) {
    const Services& services = book.services();
    const auto body = readReopening(request.body);
    if (!body.ok()) return web::invalid(request, body.error());
    const Matter& matter = file.matter;
    if (body->revision != matter.revision) {
      return matterChanged(book, request, matter.id, body->revision);
    }
    const auto before = beforeEnd(file);
    if (!before || !mayReopen(file, seatOf(who))) {
      return refusal(request, DeskFailure::kNotClosed);
    }
    const auto key = openApplicantKey(matter.key_by_service, services.service_key);
    return reopen(book, request, who, matter, body->revision,
                  {.to = before->state,
                   .since = services.now(),
                   .sealed_reason = vault::seal(body->reason, key, sealed_as::kReason)});
  });
}

}  // namespace policycalc::desk

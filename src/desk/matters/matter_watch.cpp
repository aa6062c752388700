#include "desk/matters/matter_watch.h"

#include <string>
#include <utility>

#include "policycalc/desk/rules/completion.h"
#include "policycalc/desk/rules/reminder.h"
#include "policycalc/json/writer.h"
#include "policycalc/web/profiles/sealed_profile.h"
#include "policycalc/web/refusals.h"

#include "desk/applicants/applicant_record.h"
#include "desk/desk_refusals.h"
#include "desk/door/signed_in.h"
#include "desk/matters/matter_body.h"

namespace policycalc::desk {
namespace {

using http::Request;
using http::Response;
using store::Matter;
using store::MatterFile;
using store::Matters;

std::string sealedUntil(const Matter& matter, const Awaiting& body, const Services& services) {
  json::Writer writer;
  writer.beginObject();
  writer.key("day").string(body.until->toString());
  writer.key("note").string(body.note);
  writer.endObject();
  return vault::seal(writer.take(), openApplicantKey(matter.key_by_service, services.service_key),
                     sealed_as::kDeed);
}

/// What is wrong with the last day on which the papers are awaited.
base::Issues issuesOfDay(const Matter& matter, base::Date until, const Services& services) {
  const Deadlines& deadlines = services.deadlines;
  base::Issue issue;
  issue.code = "wrong_value";
  issue.pointer = "/until";
  if (!isCompletionDay(until, services.today(), deadlines.longestCompletion(),
                       deadlines.workdays())) {
    issue.message = "a day to come is expected, at most " +
                    std::to_string(deadlines.longestCompletion()) + " workdays away";
  } else if (web::lastDay(matter.permit_until) < until) {
    issue.message = "the authorisation ends before that day";
  } else {
    return {};
  }
  return {std::move(issue)};
}

DeskFailure failureOf(ReminderFault fault) {
  switch (fault) {
    case ReminderFault::kClosed:
      return DeskFailure::kClosed;
    case ReminderFault::kCompleting:
      return DeskFailure::kRemindsCompany;
    case ReminderFault::kNobody:
      return DeskFailure::kNobodyToRemind;
    case ReminderFault::kOwn:
      return DeskFailure::kOwnReminder;
    case ReminderFault::kToday:
      break;
  }
  return DeskFailure::kRemindedToday;
}

/// The due days of a clock that rests, or has rested, for so long.
std::optional<DueDays> dueDaysOf(const Matter& matter, std::int64_t rested,
                                 const Services& services) {
  return services.deadlines.dueDays(matter.state, base::dayInChina(matter.state_since), rested);
}

}  // namespace

std::int64_t restedUntilToday(const Matter& matter, const Services& services) {
  if (!matter.completion || !matter.due_days) return matter.rested;
  // The rest of the time is taken back; the same rule has added it.
  const Workdays& workdays = services.deadlines.workdays();
  const base::Date due = matter.due_days->due;
  return matter.rested - restOf(due, matter.completion->from, matter.completion->until, workdays) +
         restOf(due, matter.completion->from, services.today(), workdays);
}

std::int64_t remindedBy(const Matter& matter) {
  if (matter.to_tell) return matter.owner_can ? matter.owner_id : 0;
  return store::responsibleFor(matter);
}

std::optional<DeskFailure> reminderFailure(const Matter& matter, const Seat& seat,
                                           const MatterBook& book) {
  const std::int64_t to = remindedBy(matter);
  const bool today = matter.reminders > 0 && matter.reminded_id == to &&
                     base::dayInChina(matter.reminded_at) == book.services().today();
  const auto fault = faultOfReminder(seat, {.waits = isOpen(matter.state) || matter.to_tell,
                                            .completing = matter.completion.has_value(),
                                            .to = to,
                                            .reminded_today = today});
  if (!fault) return std::nullopt;
  return failureOf(*fault);
}

Response awaitPapers(const MatterBook& book, const Request& request, const SignedIn& who) {
  return withMatter(book, request, who, [&](const MatterFile& file) {
    const Services& services = book.services();
    const auto body = readAwaiting(request.body);
    if (!body.ok()) return web::invalid(request, body.error());
    const Matter& matter = file.matter;
    if (body->revision != matter.revision) {
      return matterChanged(book, request, matter.id, body->revision);
    }
    if (matter.completion || !matter.due_days || !mayAwaitPapers(seatOf(who), matter.state)) {
      return refusal(request, DeskFailure::kCannotAwait);
    }
    base::Issues wrong = issuesOfDay(matter, *body->until, services);
    if (!wrong.empty()) return web::invalid(request, std::move(wrong));
    Matters::Rest rest;
    rest.completion = {services.today(), *body->until};
    rest.rested = matter.rested + restOf(matter.due_days->due, services.today(), *body->until,
                                         services.deadlines.workdays());
    rest.due_days = dueDaysOf(matter, rest.rested, services);
    rest.sealed = sealedUntil(matter, *body, services);
    const auto change =
        book.matters().rest(matter.id, body->revision, rest, actorOf(request, who, services.now()));
    return answerChange(book, request, who, matter.id, body->revision, change);
  });
}

Response resume(const MatterBook& book, const Request& request, const SignedIn& who) {
  return withMatter(book, request, who, [&](const MatterFile& file) {
    const Services& services = book.services();
    const auto revision = readRevision(request.body);
    if (!revision.ok()) return web::invalid(request, revision.error());
    const Matter& matter = file.matter;
    if (*revision != matter.revision) return matterChanged(book, request, matter.id, *revision);
    if (!matter.completion || !mayAwaitPapers(seatOf(who), matter.state)) {
      return refusal(request, DeskFailure::kNotAwaiting);
    }
    Matters::Rest rest;
    rest.rested = restedUntilToday(matter, services);
    rest.due_days = dueDaysOf(matter, rest.rested, services);
    const auto change =
        book.matters().rest(matter.id, *revision, rest, actorOf(request, who, services.now()));
    return answerChange(book, request, who, matter.id, *revision, change);
  });
}

Response remind(const MatterBook& book, const Request& request, const SignedIn& who) {
  return withMatter(book, request, who, [&](const MatterFile& file) {
    const Matter& matter = file.matter;
    if (const auto failure = reminderFailure(matter, seatOf(who), book)) {
      return refusal(request, *failure);
    }
    const auto change = book.matters().remind(matter.id, remindedBy(matter),
                                              actorOf(request, who, book.services().now()));
    return answerChange(book, request, who, matter.id, matter.revision, change);
  });
}

Response readMeasure(const MatterBook& book, const Request& request, const SignedIn& who) {
  return withMatter(book, request, who, [&](const MatterFile& file) {
    const auto revision = readRevision(request.body);
    if (!revision.ok()) return web::invalid(request, revision.error());
    const Matter& matter = file.matter;
    if (*revision != matter.revision) return matterChanged(book, request, matter.id, *revision);
    if (isOfUnit(seatOf(who))) return refusal(request, DeskFailure::kStepNotPermitted);
    if (!matter.measure_moved) return refusal(request, DeskFailure::kMeasureRead);
    const auto change = book.matters().readMeasure(matter.id, *revision, book.catalogue().hash(),
                                                   actorOf(request, who, book.services().now()));
    return answerChange(book, request, who, matter.id, *revision, change);
  });
}

}  // namespace policycalc::desk

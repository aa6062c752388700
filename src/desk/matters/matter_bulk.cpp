#include "desk/matters/matter_bulk.h"

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "policycalc/desk/rules/handling.h"
#include "policycalc/json/writer.h"
#include "policycalc/web/body_fields.h"
#include "policycalc/web/refusals.h"

#include "desk/desk_failures.h"
#include "desk/desk_refusals.h"
#include "desk/door/signed_in.h"
#include "desk/matters/matter_handlers.h"
#include "desk/matters/matter_steps.h"
#include "desk/matters/matter_watch.h"

namespace policycalc::desk {
namespace {

using http::Request;
using http::Response;
using store::Matter;
using store::Matters;

constexpr std::size_t kMostAtOnce = 200;

struct Version {
  std::int64_t id = 0;
  std::int64_t revision = 0;
};

struct BulkBody {
  std::vector<Version> matters;
  std::int64_t to = 0;  ///< only where it is asked for
};

std::int64_t numberFrom1(web::BodyFields& fields, std::string_view key) {
  const json::Value* value = fields.required(key);
  if (value == nullptr) return 0;
  const auto number = web::wholeNumber(*value);
  if (number && *number >= 1) return *number;
  fields.report(key, *value, "wrong_value", "a whole number from 1 is expected");
  return 0;
}

void readVersions(web::BodyFields& fields, BulkBody& body) {
  const json::Value* list = fields.required("matters");
  if (list == nullptr) return;
  if (!list->isArray()) {
    fields.report("matters", *list, "wrong_type", "a list of matters is expected");
    return;
  }
  if (list->elements.empty() || list->elements.size() > kMostAtOnce) {
    fields.report("matters", *list, "wrong_value",
                  "1 to " + std::to_string(kMostAtOnce) + " matters are expected");
    return;
  }
  std::set<std::int64_t> known;
  for (std::size_t i = 0; i < list->elements.size(); ++i) {
    const std::string pointer = base::childPointer("/matters", i);
    web::BodyFields item(list->elements[i], pointer);
    const Version version{numberFrom1(item, "id"), numberFrom1(item, "revision")};
    fields.add(item.issues());
    if (!known.insert(version.id).second && version.id != 0) {
      fields.reportAt(pointer, list->elements[i], "wrong_value", "the matter is named twice");
    }
    body.matters.push_back(version);
  }
}

base::Result<BulkBody, base::Issues> readBulk(std::string_view text, bool names_person) {
  const auto document = web::readBody(text);
  if (!document.ok()) return document.error();
  web::BodyFields fields(*document);
  BulkBody body;
  readVersions(fields, body);
  if (names_person) body.to = numberFrom1(fields, "to");
  base::Issues issues = fields.issues();
  if (!issues.empty()) return issues;
  return body;
}

std::optional<DeskFailure> failureOf(Matters::Change change) {
  switch (change) {
    case Matters::Change::kDone:
      return std::nullopt;
    case Matters::Change::kOtherRevision:
      return DeskFailure::kMatterChanged;
    case Matters::Change::kOpenAlready:
    case Matters::Change::kNone:
      break;
  }
  return DeskFailure::kNoMatter;
}

/// One request on many matters.
class Bulk {
 public:
  Bulk(const MatterBook& book, const Request& request, const SignedIn& who)
      : book_(book), seat_(seatOf(who)), actor_(actorOf(request, who, book.services().now())) {}

  /// Calls `act(matter)` on each that the seat sees in that revision, and tells what came of it.
  template <typename Act>
  std::string answer(const std::vector<Version>& versions, const Act& act) {
    json::Writer done;
    json::Writer left;
    done.beginArray();
    left.beginArray();
    for (const Version& version : versions) {
      const auto file = book_.find(seat_, version.id);
      const std::optional<DeskFailure> failure = !file ? DeskFailure::kNoMatter
                                                 : file->matter.revision != version.revision
                                                     ? DeskFailure::kMatterChanged
                                                     : act(file->matter);
      const std::string reference = file ? file->matter.reference : std::string();
      if (failure) {
        writeLeft(left, version.id, reference, describe(*failure));
      } else {
        done.beginObject();
        done.key("id").integer(version.id);
        done.key("reference").string(reference);
        done.endObject();
      }
    }
    done.endArray();
    left.endArray();
    return R"({"done":)" + done.take() + R"(,"left":)" + left.take() + "}";
  }

  std::optional<DeskFailure> handOver(const Matter& matter) {
    const auto next = decideStep(
        seat_, matter.state, matter.handler_id,
        {.to = MatterState::kHandedOver, .gives_reason = false, .handler_id = std::nullopt},
        peopleFor(matter, matter.unit, services().store));
    if (!next.ok()) return desk::failureOf(next.error(), matter.state);
    Matters::Step step;
    step.to = next->step->to;
    step.handler_id = next->handler_id;
    if (seat_.role == Role::kClerk) step.owner_id = seat_.staff_id;
    step.due_days = services().deadlines.dueDays(step.to, base::dayInChina(actor_.at));
    step.handed_over = true;
    return failureOf(book_.matters().step(matter.id, matter.revision, step, actor_));
  }

  std::optional<DeskFailure> remind(const Matter& matter) {
    if (const auto failure = reminderFailure(matter, seat_, book_)) return failure;
    return failureOf(book_.matters().remind(matter.id, remindedBy(matter), actor_));
  }

  std::optional<DeskFailure> give(const Matter& matter, const store::StaffMember& to) {
    if (!isOpen(matter.state)) return DeskFailure::kClosed;
    const Seat seat = seatOf(to);
    if (!isAtUnit(matter.state)) {
      if (!canOwn(seat, matter.county, matter.unit)) return DeskFailure::kCannotOwn;
      return failureOf(book_.matters().giveAtWindow(matter.id, matter.revision, to.id, actor_));
    }
    if (!canHandle(seat, matter.county, matter.unit)) return DeskFailure::kCannotHandle;
    return failureOf(
        book_.matters().reassign(matter.id, matter.revision, matter.unit, to.id, actor_));
  }

 private:
  const Services& services() const { return book_.services(); }

  static void writeLeft(json::Writer& writer, std::int64_t id, const std::string& reference,
                        const DeskFailureRow& why) {
    writer.beginObject();
    writer.key("id").integer(id);
    writer.key("reference").stringOrNull(reference);
    writer.key("code").string(why.code.text());
    writer.key("message").string(why.zh);
    writer.key("message_en").string(why.en);
    writer.endObject();
  }

  const MatterBook& book_;
  Seat seat_;
  store::Actor actor_;
};

}  // namespace

Response handOverMany(const MatterBook& book, const Request& request, const SignedIn& who) {
  const auto body = readBulk(request.body, false);
  if (!body.ok()) return web::invalid(request, body.error());
  Bulk bulk(book, request, who);
  return Response::json(
      bulk.answer(body->matters, [&](const Matter& matter) { return bulk.handOver(matter); }));
}

Response reassignMany(const MatterBook& book, const Request& request, const SignedIn& who) {
  const auto body = readBulk(request.body, true);
  if (!body.ok()) return web::invalid(request, body.error());
  const auto to = book.services().store.staff().find(body->to);
  if (!to) return refusal(request, DeskFailure::kNoPerson);
  Bulk bulk(book, request, who);
  return Response::json(
      bulk.answer(body->matters, [&](const Matter& matter) { return bulk.give(matter, *to); }));
}

Response remindMany(const MatterBook& book, const Request& request, const SignedIn& who) {
  const auto body = readBulk(request.body, false);
  if (!body.ok()) return web::invalid(request, body.error());
  Bulk bulk(book, request, who);
  return Response::json(
      bulk.answer(body->matters, [&](const Matter& matter) { return bulk.remind(matter); }));
}

}  // namespace policycalc::desk

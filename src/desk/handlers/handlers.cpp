#include "desk/handlers/handlers.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "policycalc/desk/rules/handling.h"
#include "policycalc/json/writer.h"
#include "policycalc/web/match/rendering.h"
#include "policycalc/web/refusals.h"

#include "desk/calls.h"
#include "desk/counties.h"
#include "desk/desk_refusals.h"
#include "desk/door/signed_in.h"
#include "desk/handlers/duty.h"
#include "desk/handlers/gaps.h"
#include "desk/handlers/handler_body.h"
#include "desk/handlers/handler_import.h"
#include "desk/handlers/unit_staff.h"
#include "desk/staff/staff_ref.h"

namespace policycalc::desk {
namespace {

using http::Request;
using http::Response;
using store::HandlerAssignment;
using store::StaffMember;

void writeEntry(json::Writer& writer, const HandlerAssignment& entry, StaffRefs& staff) {
  writer.beginObject();
  writer.key("measure").string(entry.measure);
  writer.key("county").stringOrNull(entry.county);
  writer.key("unit").string(entry.unit);
  staff.write(writer.key("staff"), entry.staff_id);
  writer.endObject();
}

void writeGap(json::Writer& writer, const Gap& gap) {
  writer.beginObject();
  writer.key("measure").string(gap.measure->id);
  writer.key("title").string(gap.measure->title);
  writer.key("unit").string(gap.unit->id);
  writer.key("unit_name").string(gap.unit->name);
  writer.key("counties");
  web::writeStrings(writer, gap.counties);
  writer.endObject();
}

void writeUnit(json::Writer& writer, const UnitStaff& unit, StaffRefs& staff) {
  const auto number = [&](std::string_view key, std::size_t count) {
    writer.key(key).integer(static_cast<std::int64_t>(count));
  };
  writer.beginObject();
  writer.key("unit").string(unit.unit->id);
  writer.key("unit_name").string(unit.unit->name);
  number("measures", unit.measures);
  number("accounts", unit.accounts);
  number("gaps", unit.gaps);
  staff.write(writer.key("duty"), unit.duty_id);
  writer.key("duty_can").boolean(unit.duty_can);
  writer.endObject();
}

void writeCandidate(json::Writer& writer, const StaffMember& member) {
  writer.beginObject();
  writer.key("id").integer(member.id);
  writer.key("name").string(member.name);
  writer.key("unit").stringOrNull(member.unit);
  writer.key("county").stringOrNull(member.county);
  writer.endObject();
}

/// The endpoints. Safe from any thread.
class Handlers {
 public:
  explicit Handlers(const Services& services) : services_(services) {}

  Response list(const Request&, const SignedIn& who) {
    // The gaps point into it.
    const auto catalogue = services_.catalogues.current();
    const std::vector<StaffMember> members = services_.store.staff().list();
    const std::vector<HandlerAssignment> named = services_.store.handlers().list();
    StaffRefs staff(services_.store.staff());
    json::Writer writer;
    writer.beginObject();
    writer.key("handlers").beginArray();
    for (const HandlerAssignment& entry : named) {
      if (concerns(who, entry.county)) writeEntry(writer, entry, staff);
    }
    writer.endArray();
    writer.key("gaps").beginArray();
    const std::vector<Gap> missing = gaps(who, named, members, *catalogue);
    for (const Gap& gap : missing) writeGap(writer, gap);
    writer.endArray();
    writer.key("units").beginArray();
    const auto on_duty = services_.store.dutyHandlers().list();
    for (const UnitStaff& unit : unitStaff(*catalogue, members, on_duty, missing)) {
      writeUnit(writer, unit, staff);
    }
    writer.endArray();
    writer.key("staff").beginArray();
    for (const StaffMember& member : members) {
      if (canHandleAny(seatOf(member))) writeCandidate(writer, member);
    }
    writer.endArray();
    writer.endObject();
    return Response::json(writer.take());
  }

  Response set(const Request& request, const SignedIn& who) {
    auto body = readHandlerBody(request.body, *services_.catalogues.current());
    if (!body.ok()) return web::invalid(request, body.takeError());
    const HandlerAssignment& next = body->next;
    if (!namesHandlersOf(seatOf(who), next.county, next.unit)) {
      return refusal(request, DeskFailure::kOtherPlace);
    }
    if (next.staff_id != 0) {
      const auto member = services_.store.staff().find(next.staff_id);
      if (!member || !canTake(*member, next)) {
        return refusal(request, DeskFailure::kCannotBeHandler);
      }
    }
    const auto changed =
        services_.store.handlers().set(next, body->before, actorOf(request, who, services_.now()));
    if (changed == store::Handlers::Change::kOther) return changedMeanwhile(request, next);
    StaffRefs staff(services_.store.staff());
    json::Writer writer;
    writeEntry(writer, next, staff);
    return Response::json(writer.take());
  }

 private:
  static bool canTake(const StaffMember& member, const HandlerAssignment& place) {
    return canHandle(seatOf(member), place.county, place.unit);
  }

  /// An entry for every county concerns everyone.
  static bool concerns(const SignedIn& who, const std::string& county) {
    return who.member.county.empty() || county.empty() || county == who.member.county;
  }

  std::vector<Gap> gaps(const SignedIn& who, const std::vector<HandlerAssignment>& named,
                        const std::vector<StaffMember>& members,
                        const catalogue::Catalogue& catalogue) const {
    std::vector<HandlerAssignment> able;
    for (const HandlerAssignment& entry : named) {
      const auto holder = std::find_if(members.begin(), members.end(), [&](const auto& member) {
        return member.id == entry.staff_id;
      });
      if (holder != members.end() && canTake(*holder, entry)) able.push_back(entry);
    }
    const std::string& own = who.member.county;
    const std::vector<std::string> counties =
        own.empty() ? countyCodes(catalogue) : std::vector<std::string>{own};
    return gapsIn(catalogue, able, counties);
  }

  /// 409 that says who is named now. The trail cannot tell: it indexes entries by person, not by
  /// place.
  Response changedMeanwhile(const Request& request, const HandlerAssignment& place) const {
    std::int64_t now_named = 0;
    for (const HandlerAssignment& entry : services_.store.handlers().list()) {
      if (entry.measure == place.measure && entry.county == place.county &&
          entry.unit == place.unit) {
        now_named = entry.staff_id;
      }
    }
    StaffRefs staff(services_.store.staff());
    return refusal(request, DeskFailure::kHandlerChanged,
                   {.more = web::renderedMembers([&](json::Writer& writer) {
                      staff.write(writer.key("staff"), now_named);
                    })});
  }

  const Services& services_;
};

}  // namespace

void addHandlerRoutes(web::Routes& routes, const Services& services,
                      const std::shared_ptr<DeskDoor>& door) {
  const auto handlers = std::make_shared<Handlers>(services);
  const auto call = callsOf(handlers);
  door->add(routes,
            {.method = "GET",
             .path = "/api/v1/hall/handlers",
             .id = "list_handlers",
             .tag = "handlers",
             .summary = "Who handles what, and where a handler is missing",
             .answers = {{200, "The entries and gaps for the caller's county.", "Handlers"}}},
            Permission::kManageHandlers, call(&Handlers::list));
  door->add(routes,
            {.method = "PUT",
             .path = "/api/v1/hall/handlers",
             .id = "name_handler",
             .tag = "handlers",
             .summary = "Name a handler",
             .description = "A handler is active and belongs to the unit, or supervises the place.",
             .body = "NewHandler",
             .answers = {{200, "The handler after the change.", "Handler"}},
             .refusals = {{http::Failure::kConflict, "HandlerConflict"}}},
            Permission::kManageHandlers, call(&Handlers::set));
  addDutyRoute(routes, services, door);
  addHandlerImportRoutes(routes, services, door);
}

}  // namespace policycalc::desk

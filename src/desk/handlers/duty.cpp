#include "desk/handlers/duty.h"

#include "policycalc/desk/rules/handling.h"
#include "policycalc/json/writer.h"
#include "policycalc/web/match/rendering.h"
#include "policycalc/web/refusals.h"

#include "desk/desk_refusals.h"
#include "desk/door/signed_in.h"
#include "desk/handlers/handler_body.h"
#include "desk/staff/staff_ref.h"

namespace policycalc::desk {
namespace {

using http::Request;
using http::Response;

/// 409 that says who is on duty now.
Response changedMeanwhile(const Services& services, const Request& request,
                          const std::string& unit) {
  std::int64_t on_duty = 0;
  for (const store::DutyHandler& each : services.store.dutyHandlers().list()) {
    if (each.unit == unit) on_duty = each.staff_id;
  }
  StaffRefs staff(services.store.staff());
  return refusal(request, DeskFailure::kHandlerChanged,
                 {.more = web::renderedMembers(
                      [&](json::Writer& writer) { staff.write(writer.key("staff"), on_duty); })});
}

Response setDuty(const Services& services, const Request& request, const SignedIn& who) {
  auto body = readDutyBody(request.body, *services.catalogues.current());
  if (!body.ok()) return web::invalid(request, body.takeError());
  const store::DutyHandler& next = body->next;
  if (!namesHandlersOf(seatOf(who), "", next.unit)) {
    return refusal(request, DeskFailure::kOtherPlace);
  }
  if (next.staff_id != 0) {
    const auto member = services.store.staff().find(next.staff_id);
    if (!member || !canBeOnDuty(seatOf(*member), next.unit)) {
      return refusal(request, DeskFailure::kCannotBeHandler);
    }
  }
  const auto taken =
      services.store.dutyHandlers().set(next, body->before, actorOf(request, who, services.now()));
  if (!taken) return changedMeanwhile(services, request, next.unit);
  StaffRefs staff(services.store.staff());
  json::Writer writer;
  writer.beginObject();
  writer.key("unit").string(next.unit);
  staff.write(writer.key("staff"), next.staff_id);
  writer.key("taken").integer(static_cast<std::int64_t>(*taken));
  writer.endObject();
  return Response::json(writer.take());
}

}  // namespace

void addDutyRoute(web::Routes& routes, const Services& services,
                  const std::shared_ptr<DeskDoor>& door) {
  door->add(routes,
            {.method = "PUT",
             .path = "/api/v1/hall/duty-handlers",
             .id = "name_duty_handler",
             .tag = "handlers",
             .summary = "Name the duty handler of a unit",
             .description = "Handles what the unit has without another handler, in every county. "
                            "Takes over at once the open matters that wait there for nobody.",
             .body = "NewDutyHandler",
             .answers = {{200, "The duty handler after the change.", "DutyHandler"}},
             .refusals = {{http::Failure::kConflict, "HandlerConflict"}}},
            Permission::kManageHandlers,
            DeskDoor::withoutQuery([&services](const Request& request, const SignedIn& who) {
              return setDuty(services, request, who);
            }));
}

}  // namespace policycalc::desk

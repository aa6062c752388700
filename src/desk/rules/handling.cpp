#include "policycalc/desk/rules/handling.h"

namespace policycalc::desk {
namespace {

std::int64_t handlerAfter(const MatterStep& step, const Seat& taker, std::int64_t handler_id,
                          const StepRequest& request, const HandlerLookup& people) {
  if (!step.names_handler) return handler_id;
  if (request.handler_id) return *request.handler_id;
  if (handler_id != 0 && people.can_handle(handler_id)) return handler_id;
  if (step.needs_handler && taker.role == Role::kHandler) return taker.staff_id;
  return people.named();
}

}  // namespace

bool canHandle(const Seat& seat, std::string_view county, std::string_view unit) {
  if (!canHandleAny(seat)) return false;
  return seat.role == Role::kHandler ? seat.unit == unit : covers(seat, county, unit);
}

bool canHandleAny(const Seat& seat) {
  return seat.active && (seat.role == Role::kHandler || seat.role == Role::kSupervisor);
}

bool canBeOnDuty(const Seat& seat, std::string_view unit) {
  return canHandle(seat, "", unit);
}

bool namesHandlersOf(const Seat& seat, std::string_view county, std::string_view unit) {
  if (!may(seat.role, Permission::kManageHandlers)) return false;
  return seat.role == Role::kAdministrator || covers(seat, county, unit);
}

base::Result<NextStep, MoveFault> decideStep(const Seat& taker, MatterState from,
                                             std::int64_t handler_id, const StepRequest& request,
                                             const HandlerLookup& people) {
  const MatterStep* step = findStep(from, request.to);
  if (step == nullptr) return MoveFault::kNoSuchStep;
  if (!mayTake(taker.role, *step)) return MoveFault::kNotForRole;
  if (step->needs_reason && !request.gives_reason) return MoveFault::kReasonMissing;
  if (request.handler_id && !step->names_handler) return MoveFault::kTakesNoHandler;
  if (request.to == MatterState::kUnreachable && !request.tried_enough) {
    return MoveFault::kNotTried;
  }
  const std::int64_t next = handlerAfter(*step, taker, handler_id, request, people);
  if (!step->names_handler) return NextStep{step, next};
  if (next == 0 && step->needs_handler) return MoveFault::kHandlerMissing;
  if (next != 0 && !people.can_handle(next)) return MoveFault::kCannotHandle;
  return NextStep{step, next};
}

std::optional<MoveFault> faultOfReassignment(
    MatterState state, std::int64_t next_id,
    const std::function<bool(std::int64_t staff_id)>& can_handle) {
  if (!isOpen(state)) return MoveFault::kClosed;
  if (next_id != 0 && !can_handle(next_id)) return MoveFault::kCannotHandle;
  if (next_id == 0 && state == MatterState::kInProgress) return MoveFault::kHandlerMissing;
  return std::nullopt;
}

}  // namespace policycalc::desk

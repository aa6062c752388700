#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string_view>

#include "policycalc/base/result.h"
#include "policycalc/desk/rules/matter_state.h"
#include "policycalc/desk/rules/seat.h"

namespace policycalc::desk {

/// Whether the holder of the seat can handle the matters of `unit` in `county` ("": in every
/// county). A handler can for their unit, a supervisor for what their seat covers. A disabled
/// account can handle nothing.
bool canHandle(const Seat& seat, std::string_view county, std::string_view unit);

/// Whether the holder of the seat can handle any matter at all.
bool canHandleAny(const Seat& seat);

/// Whether the holder of the seat can be the duty handler of `unit`: they can handle its matters in
/// every county.
bool canBeOnDuty(const Seat& seat, std::string_view unit);

/// Whether the holder of the seat decides who handles the matters of `unit` in `county`. An
/// administrator decides everywhere, a supervisor for what their seat covers.
bool namesHandlersOf(const Seat& seat, std::string_view county, std::string_view unit);

/// Why a matter does not move.
enum class MoveFault : std::uint8_t {
  kClosed,
  kNoSuchStep,
  kNotForRole,
  kReasonMissing,
  kTakesNoHandler,  ///< the request names a handler, but the step takes none
  kHandlerMissing,
  kCannotHandle,  ///< the handler cannot handle the matters of the unit
  kNotTried,      ///< unreachable, without enough attempts to reach the company
};

/// What the rules ask about people. The caller answers for the matter's county and unit.
struct HandlerLookup {
  std::function<bool(std::int64_t staff_id)> can_handle;
  /// Who the table of handlers names and can handle the matter; 0: none.
  std::function<std::int64_t()> named;
};

struct StepRequest {
  MatterState to = MatterState::kReceived;
  bool gives_reason = false;
  std::optional<std::int64_t> handler_id;  ///< 0: no handler; empty: the request does not say
  bool tried_enough = false;               ///< to reach the company, see triedEnough()
};

/// A step that may be taken, and the handler of the matter afterwards (0: none).
struct NextStep {
  const MatterStep* step = nullptr;  ///< a row of the table of steps
  std::int64_t handler_id = 0;
};

/// Decides whether `taker` may take a step with a matter in state `from` that `handler_id` handles
/// (0: none). Where the step takes a handler, it is the first of: the one that the request names;
/// the present one, if they can still handle the matter; the taker, if a handler takes the matter
/// on; the one whom the table names.
base::Result<NextStep, MoveFault> decideStep(const Seat& taker, MatterState from,
                                             std::int64_t handler_id, const StepRequest& request,
                                             const HandlerLookup& people);

/// What speaks against giving a matter to the handler `next_id` (0: none). A matter in progress
/// must have a handler.
std::optional<MoveFault> faultOfReassignment(
    MatterState state, std::int64_t next_id,
    const std::function<bool(std::int64_t staff_id)>& can_handle);

}  // namespace policycalc::desk

#pragma once

#include <cstdint>
#include <optional>

#include "policycalc/base/date.h"
#include "policycalc/desk/rules/matter_state.h"
#include "policycalc/desk/rules/seat.h"
#include "policycalc/desk/rules/workdays.h"

namespace policycalc::desk {

/// A matter waits for its company to complete the papers, and the clock of its state rests. After
/// the last day it goes on by itself. Days at UTC+8.
struct Completion {
  base::Date from;
  base::Date until;  ///< the last day

  bool operator==(const Completion&) const = default;
};

/// Whether the holder of the seat may let a matter in `state` wait so: the side that has it, or a
/// supervisor. Not before its papers are looked at, and not once it is closed.
bool mayAwaitPapers(const Seat& seat, MatterState state);

/// Whether the papers can be awaited through `last`: a day to come, within so many workdays.
bool isCompletionDay(base::Date last, base::Date today, int longest, const Workdays& workdays);

/// The workdays by which the due day moves when the company completes its papers from `from`
/// through `last`. None for a matter that was overdue before: its clock has nothing left to rest.
std::int64_t restOf(base::Date due, base::Date from, base::Date last, const Workdays& workdays);

}  // namespace policycalc::desk

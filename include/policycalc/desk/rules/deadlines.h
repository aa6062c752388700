#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string_view>
#include <vector>

#include "policycalc/base/date.h"
#include "policycalc/base/issue.h"
#include "policycalc/base/result.h"
#include "policycalc/desk/rules/matter_state.h"
#include "policycalc/desk/rules/workdays.h"

namespace policycalc::desk {

/// How much a matter presses, in the order of the queue.
enum class Urgency : std::uint8_t { kOverdue, kDueSoon, kCalm };

/// As sent: `overdue`, `due_soon`, `calm`.
std::string_view nameOf(Urgency urgency);

/// What the clock of a matter says on one day.
struct Standing {
  std::optional<ReckonedDay> due;  ///< none once the matter is closed, and nothing else then
  Urgency urgency = Urgency::kCalm;
  /// Workdays after today up to the due day: 0 on that day; then minus those that have passed
  /// since, which is 0 still on days off.
  std::int64_t workdays_left = 0;
  std::size_t reminders = 0;  ///< how many of the state's reminders have come by today

  /// Overdue matters are their supervisor's business too.
  bool isEscalated() const { return urgency == Urgency::kOverdue; }
};

/// Order of a queue: overdue, due soon, the rest; of these the earliest due day first; closed
/// matters last. A strict weak order: what ties is for the caller to part.
bool comesFirst(const Standing& a, const Standing& b);

/// How long a matter may stay in each open state, and when it reminds: `hall/workdays.json`, whole.
/// Immutable; any thread may read.
class Deadlines {
 public:
  /// All that is wrong with the file, sorted, each with pointer and line. Beside the codes of
  /// Workdays: `unknown_state`, `duplicate_state`, `missing_state`. Does no I/O.
  static base::Result<Deadlines, base::Issues> read(std::string_view text, std::string_view file);

  const Workdays& workdays() const { return workdays_; }

  /// The last day in time for a matter that came into `state` on `since`, which does not count;
  /// always a workday. Nothing for a closed state.
  std::optional<ReckonedDay> dueDate(MatterState state, base::Date since) const;
  Standing standing(MatterState state, base::Date since, base::Date today) const;

 private:
  struct Deadline {
    int workdays = 0;
    std::vector<int> reminders;  ///< ascending, in workdays after the due day; negative: before
  };

  Deadlines() = default;
  void load(json::Decoder& root);
  void loadDeadline(json::Decoder& object);

  Workdays workdays_;
  std::map<MatterState, Deadline> by_state_;  ///< INVARIANT: one for each open state
};

}  // namespace policycalc::desk

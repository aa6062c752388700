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

/// How urgent a matter is, in the order of the queue.
enum class Urgency : std::uint8_t { kOverdue, kDueSoon, kCalm };

/// As sent: `overdue`, `due_soon`, `calm`.
std::string_view nameOf(Urgency urgency);

/// What the clock of a matter says on a given day.
struct Standing {
  std::optional<ReckonedDay> due;  ///< empty for a closed matter, as are all other members
  Urgency urgency = Urgency::kCalm;
  /// The workdays after today up to the due day: 0 on the due day. After it, minus the workdays
  /// that have passed since, which is still 0 on the days off that follow it.
  std::int64_t workdays_left = 0;
  std::size_t reminders = 0;  ///< how many reminders of the state are due by today

  /// Whether the supervisor must see to the matter.
  bool isEscalated() const { return urgency == Urgency::kOverdue; }
};

/// The order of a queue: overdue, due soon, then the rest; within each, the earliest due day first;
/// closed matters last. A strict weak order; the caller decides between equals.
bool comesFirst(const Standing& a, const Standing& b);

/// How long a matter may stay in each open state, and when reminders come: the whole of
/// `hall/workdays.json`. Immutable; any thread may read.
class Deadlines {
 public:
  /// Reads the text of `file`, or gives all its issues, sorted, each with pointer and line. Their
  /// codes are those of Workdays, `unknown_state`, `duplicate_state` and `missing_state`. No I/O.
  static base::Result<Deadlines, base::Issues> read(std::string_view text, std::string_view file);

  const Workdays& workdays() const { return workdays_; }

  /// The last day in time for a matter that came into `state` on `since`. Always a workday; `since`
  /// itself does not count. Nothing for a closed state.
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

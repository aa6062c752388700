#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
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
};

/// The days from which the urgency of a matter follows: it is overdue after `due`, and due soon
/// from `soon` on, which is never later.
struct DueDays {
  base::Date due;
  base::Date soon;

  bool operator==(const DueDays&) const = default;
};

/// When the page of those who keep the policies names what runs out.
struct KeepingTerms {
  int soon_months = 0;   ///< an end within as many months is named
  int urgent_days = 0;   ///< and stressed within as many days
  int check_months = 0;  ///< for how long a check of a measure or a contact holds

  bool operator==(const KeepingTerms&) const = default;
};

/// How long a matter may stay in each open state, when it is due soon, and where that comes from;
/// how long a company may take to complete its papers, when an authorisation warns, and when those
/// who keep the policies are told of ends: the whole of `hall/workdays.json`. Immutable; any thread
/// may read.
class Deadlines {
 public:
  /// Reads the text of `file`, or gives all its issues, sorted, each with pointer and line. Their
  /// codes are those of Workdays, `unknown_state`, `duplicate_state` and `missing_state`. No I/O.
  static base::Result<Deadlines, base::Issues> read(std::string_view text, std::string_view file);

  const Workdays& workdays() const { return workdays_; }

  /// The last day in time for a matter that came into `state` on `since`. Always a workday; `since`
  /// itself does not count, and neither do the `rested` workdays in which its clock rested. Nothing
  /// for a closed state.
  std::optional<ReckonedDay> dueDate(MatterState state, base::Date since,
                                     std::int64_t rested = 0) const;
  Standing standing(MatterState state, base::Date since, base::Date today,
                    std::int64_t rested = 0) const;
  /// The days on which standing() gets more urgent. Nothing for a closed state.
  std::optional<DueDays> dueDays(MatterState state, base::Date since,
                                 std::int64_t rested = 0) const;
  /// The last day in time for a matter that is opened on `from`, if each open state takes all its
  /// workdays.
  ReckonedDay wholeTarget(base::Date from) const;

  /// How many workdays a company may take to complete its papers at a time.
  int longestCompletion() const { return longest_completion_; }

  /// The workdays before its last day at which an authorisation warns, the most first.
  const std::vector<int>& permissionWarnings() const { return permission_warnings_; }
  /// The smallest of them that an authorisation with the last day `last` has reached; nothing
  /// before the first.
  std::optional<int> permissionWarning(base::Date last, base::Date today) const;

  /// Nothing in versions from before there was such a page.
  const std::optional<KeepingTerms>& keeping() const { return keeping_; }

  /// The document that sets the days of an open state, as people cite it; "" for a target that the
  /// desk has set itself.
  const std::string& source(MatterState state) const;

  /// Names the text that it was read from: days that were reckoned under another name may differ.
  const std::string& version() const { return version_; }

 private:
  struct Deadline {
    int workdays = 0;
    int due_soon = 0;  ///< workdays before the due day; INVARIANT: less than `workdays`
    std::string source;
  };

  Deadlines() = default;
  void load(json::Decoder& root);
  void loadDeadline(json::Decoder& object);

  Workdays workdays_;
  std::string version_;
  int longest_completion_ = 0;
  std::vector<int> permission_warnings_;  ///< INVARIANT: falling, at least one, all above 0
  std::optional<KeepingTerms> keeping_;
  std::map<MatterState, Deadline> by_state_;  ///< INVARIANT: one for each open state
};

}  // namespace policycalc::desk

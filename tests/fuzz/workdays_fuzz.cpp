// Arbitrary bytes as hall/workdays.json: refused with usable issues, or a calendar whose counting
// forth and back agrees.
#include <string>
#include <string_view>

#include "policycalc/base/unicode.h"
#include "policycalc/desk/rules/deadlines.h"

#include "fuzz/contract.h"

namespace policycalc::fuzz {

namespace {

std::string faultOf(const base::Issues& issues) {
  if (issues.empty()) return "refused without an issue";
  for (const base::Issue& issue : issues) {
    const bool is_usable = !issue.code.empty() && !issue.message.empty() && issue.line >= 0 &&
                           base::isUtf8(issue.message) && base::isUtf8(issue.pointer);
    if (!is_usable) return "unusable issue " + base::formatIssue(issue);
  }
  return {};
}

std::string faultOf(const desk::Workdays& workdays, base::Date from) {
  for (const int count : {-30, -1, 0, 1, 5, 30}) {
    const desk::ReckonedDay day = workdays.addWorkdays(from, count);
    const desk::ReckonedCount back = workdays.workdaysBetween(from, day.day);
    const std::string text = from.toString() + " and " + std::to_string(count) + " workdays";
    if (count > 0 && !workdays.isWorkday(day.day)) return text + " end on a day off";
    if (back.workdays != count) return text + " count as " + std::to_string(back.workdays);
  }
  return {};
}

}  // namespace

std::string contractFault(std::string_view bytes) {
  const auto deadlines = desk::Deadlines::read(bytes, "workdays.json");
  if (!deadlines.ok()) return faultOf(deadlines.error());
  // A day before a long holiday, one in it, and one of a year that tables seldom have.
  for (const char* text : {"2026-02-14", "2026-10-03", "2031-12-31"}) {
    const auto from = base::Date::parse(text);
    const std::string fault = faultOf(deadlines->workdays(), *from);
    if (!fault.empty()) return fault;
    const auto due = deadlines->dueDate(desk::MatterState::kReceived, *from);
    if (!due) return "an open state without a due day";
    if (!deadlines->workdays().isWorkday(due->day)) return "a due day that is a day off";
    const auto standing = deadlines->standing(desk::MatterState::kReceived, *from, due->day);
    if (standing.workdays_left != 0 || standing.urgency == desk::Urgency::kOverdue)
      return "overdue on the due day";
  }
  return {};
}

}  // namespace policycalc::fuzz

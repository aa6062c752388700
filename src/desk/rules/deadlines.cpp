#include "policycalc/desk/rules/deadlines.h"

#include <algorithm>
#include <string>

#include "policycalc/base/text.h"
#include "policycalc/json/reader.h"

namespace policycalc::desk {
namespace {

// About a year of workdays. More is a slip of the pen, and would make counting day by day slow.
constexpr std::int64_t kMostWorkdays = 250;

int readWorkdays(json::Decoder& object, std::string_view key = "workdays") {
  const base::Issues& issues = object.sink().issues;
  const std::size_t before = issues.size();
  const std::int64_t workdays = object.integer(key);
  if (issues.size() != before || !object.value().isObject()) return 0;
  if (workdays >= 1 && workdays <= kMostWorkdays) return static_cast<int>(workdays);
  object.reportAt(key, "wrong_value",
                  "from 1 to " + std::to_string(kMostWorkdays) + " workdays are expected");
  return 0;
}

/// How many workdays before its due day a matter of a state is due soon. `workdays` is 0 if it is
/// wrong; then the number is not checked against it.
int readDueSoon(json::Decoder& object, int workdays) {
  const base::Issues& issues = object.sink().issues;
  const std::size_t before = issues.size();
  const std::int64_t soon = object.integer("due_soon");
  if (issues.size() != before || !object.value().isObject()) return 0;
  const std::int64_t most = workdays == 0 ? kMostWorkdays : workdays - 1;
  if (soon >= 0 && soon <= most) return static_cast<int>(soon);
  object.reportAt(
      "due_soon", "wrong_value",
      "from 0 to " + std::to_string(most) + " workdays before the due day are expected");
  return 0;
}

/// The `source` of a state: null or absent for a target of the desk itself.
std::string readSource(json::Decoder& object) {
  if (object.optional("source") == nullptr) return {};
  json::Decoder source = object.object("source");
  const std::string title = source.string("title");
  const std::string number = source.string("number");
  source.refuseUnknownKeys();
  return title + "（" + number + "）";
}

/// Workdays in `key`, falling.
std::vector<int> readWarnings(json::Decoder& root, std::string_view key) {
  const json::Value* list = root.member(key);
  std::vector<int> warnings;
  if (!root.value().isObject()) return warnings;
  if (list == nullptr || !list->isArray() || list->elements.empty()) {
    root.reportAt(key, list == nullptr ? "missing_field" : "wrong_value",
                  "a list of workdays is expected");
    return warnings;
  }
  const std::string pointer = base::childPointer("", key);
  for (std::size_t i = 0; i < list->elements.size(); ++i) {
    const json::Value& element = list->elements[i];
    const auto days = json::wholeNumber(element);
    if (days && *days >= 1 && *days <= kMostWorkdays &&
        (warnings.empty() || *days < warnings.back())) {
      warnings.push_back(static_cast<int>(*days));
    } else {
      json::reportIssue(root.sink(), element, base::childPointer(pointer, i), "wrong_value",
                        "fewer workdays than before are expected, at least 1");
    }
  }
  return warnings;
}

/// A whole number from 1 to `most`; 0 if it is wrong.
int readTerm(json::Decoder& object, std::string_view key, int most) {
  const base::Issues& issues = object.sink().issues;
  const std::size_t before = issues.size();
  const std::int64_t value = object.integer(key);
  if (issues.size() != before) return 0;
  if (value >= 1 && value <= most) return static_cast<int>(value);
  object.reportAt(key, "wrong_value", "from 1 to " + std::to_string(most) + " are expected");
  return 0;
}

KeepingTerms readKeeping(json::Decoder object) {
  // Ten years, and what two months have at least.
  constexpr int kMostMonths = 120;
  constexpr int kMostDays = 59;
  KeepingTerms terms;
  terms.soon_months = readTerm(object, "soon_months", kMostMonths);
  terms.urgent_days = readTerm(object, "urgent_days", kMostDays);
  terms.check_months = readTerm(object, "check_months", kMostMonths);
  object.refuseUnknownKeys();
  return terms;
}

/// FNV-1a with 64 bits. The operator writes the text, so a collision made on purpose is no danger.
std::string versionOf(std::string_view text) {
  std::uint64_t hash = 0xcbf29ce484222325U;
  for (const char c : text) {
    hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
  }
  return std::to_string(hash);
}

}  // namespace

std::string_view nameOf(Urgency urgency) {
  switch (urgency) {
    case Urgency::kOverdue:
      return "overdue";
    case Urgency::kDueSoon:
      return "due_soon";
    case Urgency::kCalm:
      return "calm";
  }
  return {};
}

base::Result<Deadlines, base::Issues> Deadlines::read(std::string_view text,
                                                      std::string_view file) {
  auto document = json::read(text, file);
  if (!document.ok()) return document.takeError();
  base::Issues issues;
  const json::IssueSink sink{file, issues};
  json::Decoder root(*document, "", sink);
  Deadlines deadlines;
  deadlines.load(root);
  deadlines.version_ = versionOf(text);
  if (base::hasErrors(issues)) {
    base::sortIssues(issues);
    return issues;
  }
  return deadlines;
}

void Deadlines::load(json::Decoder& root) {
  workdays_ = Workdays::load(root);
  for (json::Decoder& object : root.objects("deadlines")) loadDeadline(object);
  root.string("note");
  longest_completion_ = readWorkdays(root, "longest_completion");
  permission_warnings_ = readWarnings(root, "permission_warnings");
  if (root.optional("keeping") != nullptr) keeping_ = readKeeping(root.object("keeping"));
  const json::Value* list = root.member("deadlines");
  for (const MatterState state : kMatterStates) {
    if (list == nullptr || !list->isArray() || !isOpen(state) || by_state_.count(state) != 0) {
      continue;
    }
    root.reportAt("deadlines", "missing_state",
                  "the state " + base::quoted(nameOf(state)) + " is missing");
  }
  root.refuseUnknownKeys();
}

void Deadlines::loadDeadline(json::Decoder& object) {
  const std::string name = object.string("state");
  Deadline deadline;
  deadline.workdays = readWorkdays(object);
  deadline.due_soon = readDueSoon(object, deadline.workdays);
  deadline.source = readSource(object);
  object.refuseUnknownKeys();
  if (name.empty()) return;
  const auto state = matterStateNamed(name);
  if (!state || !isOpen(*state)) {
    object.reportAt("state", "unknown_state",
                    base::quoted(name) + " is not an open state of a matter");
  } else if (!by_state_.emplace(*state, std::move(deadline)).second) {
    object.reportAt("state", "duplicate_state", base::quoted(name) + " is repeated");
  }
}

const std::string& Deadlines::source(MatterState state) const {
  return by_state_.at(state).source;
}

std::optional<ReckonedDay> Deadlines::dueDate(MatterState state, base::Date since,
                                              std::int64_t rested) const {
  const auto found = by_state_.find(state);
  if (found == by_state_.end()) return std::nullopt;
  return workdays_.addWorkdays(since, found->second.workdays + static_cast<int>(rested));
}

ReckonedDay Deadlines::wholeTarget(base::Date from) const {
  int workdays = 0;
  for (const auto& [state, deadline] : by_state_) workdays += deadline.workdays;
  return workdays_.addWorkdays(from, workdays);
}

std::optional<int> Deadlines::permissionWarning(base::Date last, base::Date today) const {
  std::optional<int> reached;
  for (const int warning : permission_warnings_) {
    if (last <= workdays_.addWorkdays(today, warning).day) reached = warning;
  }
  return reached;
}

std::optional<DueDays> Deadlines::dueDays(MatterState state, base::Date since,
                                          std::int64_t rested) const {
  const auto due = dueDate(state, since, rested);
  if (!due) return std::nullopt;
  return DueDays{due->day, workdays_.addWorkdays(due->day, -by_state_.at(state).due_soon).day};
}

Standing Deadlines::standing(MatterState state, base::Date since, base::Date today,
                             std::int64_t rested) const {
  Standing standing;
  standing.due = dueDate(state, since, rested);
  if (!standing.due) return standing;
  const base::Date due = standing.due->day;
  if (today > due) {
    standing.urgency = Urgency::kOverdue;
    standing.workdays_left = -workdays_.workdaysBetween(due, today).workdays;
    return standing;
  }
  const int soon = by_state_.at(state).due_soon;
  if (workdays_.addWorkdays(due, -soon).day <= today) standing.urgency = Urgency::kDueSoon;
  standing.workdays_left = workdays_.workdaysBetween(today, due).workdays;
  return standing;
}

}  // namespace policycalc::desk

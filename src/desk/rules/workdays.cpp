#include "policycalc/desk/rules/workdays.h"

#include <chrono>
#include <optional>
#include <string>

namespace policycalc::desk {
namespace {

// Those that base::Date can read.
constexpr int kFirstYear = 1900;
constexpr int kLastYear = 2999;

int yearOf(base::Date day) {
  return static_cast<int>(std::chrono::year_month_day(day.days()).year());
}

bool isWeekend(base::Date day) {
  const std::chrono::weekday weekday(day.days());
  return weekday == std::chrono::Saturday || weekday == std::chrono::Sunday;
}

base::Date neighbour(base::Date day, int direction) {
  return base::Date(day.days() + std::chrono::days(direction));
}

/// Reports a year that is missing or wrong, and gives nothing for it.
std::optional<int> readYear(json::Decoder& object) {
  const base::Issues& issues = object.sink().issues;
  const std::size_t before = issues.size();
  const std::int64_t year = object.integer("year");
  if (issues.size() != before || !object.value().isObject()) return std::nullopt;
  if (year < kFirstYear || year > kLastYear) {
    object.reportAt("year", "wrong_value", "`" + std::to_string(year) + "` is not a year");
    return std::nullopt;
  }
  return static_cast<int>(year);
}

void readSource(json::Decoder source) {
  source.string("number");
  source.string("title");
  source.date("date");
  source.refuseUnknownKeys();
}

/// Reports a day of another year. It belongs to that year's entry, or the year would count as
/// known.
bool isOfYear(const json::Decoder& object, std::string_view key, base::Date day, int year) {
  if (yearOf(day) == year) return true;
  object.reportAt(key, "wrong_year", "`" + day.toString() + "` is not in " + std::to_string(year));
  return false;
}

}  // namespace

Workdays Workdays::load(json::Decoder& root) {
  Workdays workdays;
  for (json::Decoder& object : root.objects("years")) workdays.loadYear(object);
  const json::Value* years = root.member("years");
  if (years != nullptr && years->isArray() && years->elements.empty()) {
    root.reportAt("years", "wrong_value", "the table needs a year");
  }
  return workdays;
}

void Workdays::loadYear(json::Decoder& object) {
  const std::optional<int> year = readYear(object);
  readSource(object.object("source"));
  auto off = object.objects("off");
  auto worked = object.objects("worked");
  object.refuseUnknownKeys();
  if (!year) return;
  if (!years_.insert(*year).second) {
    object.reportAt("year", "duplicate_year", "`" + std::to_string(*year) + "` is repeated");
    return;
  }
  for (json::Decoder& each : off) loadDaysOff(each, *year);
  for (json::Decoder& each : worked) loadWorkedDay(each, *year);
}

void Workdays::loadDaysOff(json::Decoder& object, int year) {
  object.string("name");
  const auto from = object.date("from");
  const auto to = object.date("to");
  object.refuseUnknownKeys();
  if (!from || !to) return;
  const bool begins = isOfYear(object, "from", *from, year);
  const bool ends = isOfYear(object, "to", *to, year);
  if (!begins || !ends) return;
  if (*to < *from) object.report("empty_period", "the last day is before the first");
  bool told = false;
  for (base::Date day = *from; day <= *to; day = day.next()) {
    if (off_.insert(day).second || told) continue;
    object.report("duplicate_day", "`" + day.toString() + "` is a day off twice");
    told = true;
  }
}

void Workdays::loadWorkedDay(json::Decoder& object, int year) {
  object.string("name");
  const auto day = object.date("day");
  object.refuseUnknownKeys();
  if (!day || !isOfYear(object, "day", *day, year)) return;
  const std::string text = "`" + day->toString() + "`";
  if (off_.count(*day) != 0) {
    object.reportAt("day", "contradicting_day", text + " is a day off and worked");
  } else if (!isWeekend(*day)) {
    object.reportAt("day", "worked_weekday",
                    text + " is neither a Saturday nor a Sunday and is worked anyway");
  } else if (!worked_.insert(*day).second) {
    object.reportAt("day", "duplicate_day", text + " is worked twice");
  }
}

bool Workdays::isWorkday(base::Date day) const {
  if (off_.count(day) != 0) return false;
  return !isWeekend(day) || worked_.count(day) != 0;
}

bool Workdays::isCertain(base::Date day) const {
  return years_.count(yearOf(day)) != 0;
}

ReckonedDay Workdays::addWorkdays(base::Date from, int n) const {
  ReckonedDay reckoned{from, false};
  const int direction = n < 0 ? -1 : 1;
  for (int left = n; left != 0;) {
    reckoned.day = neighbour(reckoned.day, direction);
    reckoned.provisional = reckoned.provisional || !isCertain(reckoned.day);
    if (isWorkday(reckoned.day)) left -= direction;
  }
  return reckoned;
}

ReckonedCount Workdays::workdaysBetween(base::Date from, base::Date to) const {
  ReckonedCount reckoned;
  const int direction = to < from ? -1 : 1;
  for (base::Date day = from; day != to;) {
    day = neighbour(day, direction);
    reckoned.provisional = reckoned.provisional || !isCertain(day);
    if (isWorkday(day)) reckoned.workdays += direction;
  }
  return reckoned;
}

}  // namespace policycalc::desk

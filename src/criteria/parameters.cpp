#include "policycalc/criteria/parameters.h"

#include <algorithm>

#include "policycalc/base/money.h"
#include "policycalc/base/text.h"

namespace policycalc::criteria {
namespace {

constexpr std::size_t kPercentagePoint = 2;  // index among the units below
constexpr int kFirstCalendarYear = 1900;     // from here on, a figure in years is a date

Parameter::Period loadPeriod(json::Decoder& object) {
  const base::Date epoch{std::chrono::sys_days{}};
  Parameter::Period period{
      object.date("from").value_or(epoch),   object.optionalDate("to"),     object.decimal("value"),
      loadCitation(object.object("source")), object.optionalString("note"), object.pointer()};
  object.refuseUnknownKeys();
  if (period.to && *period.to < period.from) {
    object.reportAt("to", "empty_period", "the period ends before it begins");
  }
  if (period.value.isNegative())
    object.reportAt("value", "wrong_value", "a figure is not negative");
  return period;
}

void checkOverlap(const Parameter& parameter, const json::Decoder& object) {
  for (std::size_t i = 1; i < parameter.periods.size(); ++i) {
    const Parameter::Period& before = parameter.periods[i - 1];
    const Parameter::Period& after = parameter.periods[i];
    if (!before.to || *before.to >= after.from) {
      object.reportAt("values", "overlapping_periods",
                      "two values hold on " + after.from.toString());
    } else if (before.to->next() < after.from) {
      object.reportAt("values", "hole_between_periods",
                      "no value holds on " + before.to->next().toString());
    }
  }
}

}  // namespace

Citation loadCitation(json::Decoder object) {
  Citation citation;
  citation.document = object.string("document");
  const auto whole = [&](std::string_view key) {
    const json::Value* value = object.member(key);
    return value == nullptr || value->isNull() ? 0 : static_cast<int>(object.integer(key));
  };
  citation.item = whole("item");
  citation.cell = whole("cell");
  const json::Value* clause = object.member("clause");
  if (clause != nullptr && clause->isString()) citation.clause = clause->text;
  object.refuseUnknownKeys();
  return citation;
}

const Parameter::Period* Parameter::at(base::Date day) const {
  for (const Period& period : periods) {
    if (period.from <= day && (!period.to || day <= *period.to)) return &period;
  }
  return nullptr;
}

std::string_view unitOf(const Parameter& parameter) {
  constexpr std::string_view kNames[] = {"CNY", "percent", "person", "year", "day"};
  return parameter.percentage_points ? "percentage_point"
                                     : kNames[static_cast<std::size_t>(parameter.quantity)];
}

Parameters Parameters::load(json::Decoder& root) {
  constexpr Quantity kQuantities[] = {Quantity::kMoney,   Quantity::kPercent, Quantity::kPercent,
                                      Quantity::kPersons, Quantity::kYears,   Quantity::kDays};
  Parameters parameters;
  for (json::Decoder& object : root.objects("parameters")) {
    Parameter parameter;
    parameter.id = object.string("id");
    parameter.label = object.string("label");
    const auto unit =
        object.oneOf("unit", {"CNY", "percent", "percentage_point", "person", "year", "day"});
    parameter.quantity = kQuantities[unit.value_or(0)];
    parameter.percentage_points = unit == kPercentagePoint;
    parameter.position = object.value().position;
    parameter.pointer = object.pointer();
    for (json::Decoder& value : object.objects("values")) {
      parameter.periods.push_back(loadPeriod(value));
    }
    parameter.last_checked = object.date("last_checked");
    object.refuseUnknownKeys();
    if (parameter.periods.empty()) object.reportAt("values", "wrong_value", "there is no value");
    std::sort(parameter.periods.begin(), parameter.periods.end(),
              [](const auto& a, const auto& b) { return a.from < b.from; });
    checkOverlap(parameter, object);
    const auto index = static_cast<ParameterIndex>(parameters.all_.size());
    if (!parameters.by_id_.emplace(parameter.id, index).second) {
      object.reportAt("id", "duplicate_id", base::quoted(parameter.id) + " appears twice");
    }
    parameters.all_.push_back(std::move(parameter));
  }
  root.refuseUnknownKeys();
  return parameters;
}

std::optional<ParameterIndex> Parameters::find(std::string_view id) const {
  const auto at = by_id_.find(id);
  if (at == by_id_.end()) return {};
  return at->second;
}

std::string toChinese(const base::Decimal& value, Quantity quantity, bool percentage_points) {
  switch (quantity) {
    case Quantity::kMoney: {
      const auto money = base::Money::fromYuan(value);
      return money ? money->toChinese() : value.toString() + "元";
    }
    case Quantity::kPercent:
      return value.toString() + (percentage_points ? "个百分点" : "%");
    case Quantity::kPersons:
      return value.toString() + "人";
    case Quantity::kYears:
      return value.toString() + "年";
    case Quantity::kDays:
      return value.toString() + "日";
  }
  return value.toString();
}

std::string toEnglish(const base::Decimal& value, Quantity quantity, bool percentage_points) {
  std::string number = value.toString();
  const auto counted = [&](std::string_view one, std::string_view several) {
    return number + " " + std::string(number == "1" ? one : several);
  };
  switch (quantity) {
    case Quantity::kMoney: {
      const auto money = base::Money::fromYuan(value);
      return money ? money->toEnglish() : "CNY " + number;
    }
    case Quantity::kPercent:
      return percentage_points ? counted("percentage point", "percentage points") : number + "%";
    case Quantity::kPersons:
      return counted("person", "people");
    case Quantity::kYears:
      // Both are 年 in Chinese: a span of years and a year of the calendar. No span is that long.
      return value.compare(base::Decimal(kFirstCalendarYear, 0)) < 0 ? counted("year", "years")
                                                                     : number;
    case Quantity::kDays:
      return counted("day", "days");
  }
  return number;
}

}  // namespace policycalc::criteria

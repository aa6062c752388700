#include "desk/keeping/upkeep.h"

#include <algorithm>
#include <chrono>
#include <utility>

namespace policycalc::desk {
namespace {

/// Collects what is to be done on one day.
class Collector {
 public:
  Collector(const KeepingTerms& terms, base::Date today)
      : terms_(terms),
        today_(today),
        soon_(monthsLater(today, terms.soon_months)),
        urgent_(today.days() + std::chrono::days(terms.urgent_days)) {}

  void add(const catalogue::Clause& measure) {
    if (measure.valid.to) {
      addEnd(Upkeep::Kind::kMeasure, measure.id, measure.title, *measure.valid.to);
      if (*measure.valid.to < today_) return;  // what has ended need not be checked
    }
    const auto checked = base::Date::parse(measure.last_checked);
    const auto last = checked.ok() ? std::optional(*checked) : std::nullopt;
    if (holds(last)) {
      addEnd(Upkeep::Kind::kCheck, measure.id, measure.title, endOf(*last));
    } else {
      upkeep_.unchecked.push_back({measure.id, measure.title, last});
    }
  }

  void add(const criteria::Parameter& parameter) {
    if (parameter.periods.empty() || !parameter.periods.back().to) return;
    addEnd(Upkeep::Kind::kParameter, parameter.id, parameter.label, *parameter.periods.back().to);
  }

  void add(const catalogue::Contact& contact) {
    if (!contact.isEmpty() && !holds(contact.last_checked)) upkeep_.contacts.push_back(&contact);
  }

  Upkeep take() {
    std::stable_sort(upkeep_.ends.begin(), upkeep_.ends.end(),
                     [](const auto& a, const auto& b) { return a.last_day < b.last_day; });
    return std::move(upkeep_);
  }

 private:
  base::Date endOf(base::Date checked) const { return monthsLater(checked, terms_.check_months); }
  bool holds(std::optional<base::Date> checked) const {
    return checked && endOf(*checked) >= today_;
  }

  void addEnd(Upkeep::Kind kind, const std::string& id, const std::string& title, base::Date last) {
    if (last < today_ || last > soon_) return;
    upkeep_.ends.push_back({kind, id, title, last, last <= urgent_});
  }

  const KeepingTerms& terms_;
  const base::Date today_;
  const base::Date soon_;
  const base::Date urgent_;
  Upkeep upkeep_;
};

}  // namespace

base::Date monthsLater(base::Date day, int months) {
  std::chrono::year_month_day date(day.days());
  date += std::chrono::months(months);
  if (!date.ok()) date = date.year() / date.month() / std::chrono::last;
  return base::Date(std::chrono::sys_days(date));
}

Upkeep upkeepOf(const catalogue::Catalogue& catalogue, const KeepingTerms& terms,
                base::Date today) {
  Collector collector(terms, today);
  for (const catalogue::Clause* measure : catalogue.measures()) collector.add(*measure);
  for (const criteria::Parameter& parameter : catalogue.parameters().all()) {
    collector.add(parameter);
  }
  for (const catalogue::Contact& contact : catalogue.contacts().all()) collector.add(contact);
  return collector.take();
}

std::string_view nameOf(Upkeep::Kind kind) {
  switch (kind) {
    case Upkeep::Kind::kMeasure:
      return "measure";
    case Upkeep::Kind::kParameter:
      return "parameter";
    case Upkeep::Kind::kCheck:
      return "check";
  }
  return {};
}

}  // namespace policycalc::desk

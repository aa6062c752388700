#include "policycalc/impact/trial.h"

#include <algorithm>
#include <set>
#include <utility>
#include <vector>

#include "impact/translation.h"
#include "impact/trial_day.h"

namespace policycalc::impact {
namespace {

/// `day`, and each later day from which either catalogue answers differently.
std::set<base::Date> daysFrom(base::Date day, const catalogue::Catalogue& before,
                              const catalogue::Catalogue& after) {
  std::set<base::Date> days{day};
  for (const catalogue::Catalogue* catalogue : {&before, &after}) {
    for (const base::Date boundary : catalogue->boundaries()) {
      if (boundary > day) days.insert(boundary);
    }
  }
  return days;
}

}  // namespace

struct Trial::State {
  std::shared_ptr<const catalogue::Catalogue> before;
  std::shared_ptr<const catalogue::Catalogue> after;
  base::Date day;
  Translation translation;
  std::vector<std::unique_ptr<OnDay>> days;
  FirmCounts tried;
};

Trial::Trial(const std::shared_ptr<const catalogue::Catalogue>& before,
             const std::shared_ptr<const catalogue::Catalogue>& after, base::Date day)
    : state_(new State{
          before, after, day, Translation(after->vocabulary(), before->vocabulary()), {}, {}}) {
  for (const base::Date each : daysFrom(day, *before, *after)) {
    state_->days.push_back(std::make_unique<OnDay>(before, after, state_->translation, each));
  }
}

Trial::~Trial() = default;

void Trial::take(const Firm& firm) {
  ++state_->tried.by_origin[static_cast<std::size_t>(firm.origin)];
  const TriedFirm tried{firm, state_->translation.of(firm.profile)};
  for (const auto& day : state_->days) day->take(tried);
}

Report Trial::report() const {
  Report report{state_->before->hash(),
                state_->after->hash(),
                catalogue::changesBetween(*state_->before, *state_->after, state_->day),
                state_->tried,
                {}};
  std::set<std::string> told;
  for (const auto& day : state_->days) report.days.push_back(day->result(told));
  return report;
}

}  // namespace policycalc::impact

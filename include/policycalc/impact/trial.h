#pragma once

#include <memory>

#include "policycalc/base/date.h"
#include "policycalc/catalogue/catalogue.h"
#include "policycalc/impact/firms.h"
#include "policycalc/impact/report.h"

namespace policycalc::impact {

/// Matches firms by two catalogues, on a day and on each later day from which either answers
/// differently, and gathers what differs. One thread at a time.
class Trial {
 public:
  Trial(const std::shared_ptr<const catalogue::Catalogue>& before,
        const std::shared_ptr<const catalogue::Catalogue>& after, base::Date day);
  ~Trial();
  Trial(const Trial&) = delete;
  Trial& operator=(const Trial&) = delete;

  void take(const Firm& firm);

  /// What the firms taken so far have shown.
  Report report() const;

 private:
  class OnDay;
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace policycalc::impact

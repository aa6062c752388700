#include <algorithm>
#include <set>

#include "catalogue/leaves.h"
#include "catalogue/lint/families.h"
#include "catalogue/lint/possibilities.h"
#include "catalogue/lint/tree_check.h"

namespace policycalc::catalogue {
namespace {

using criteria::Criterion;

/// The first day of the validity, and each later day on which a figure of the criteria changes.
std::set<base::Date> daysOfChange(const Catalogue& catalogue, const Clause& clause) {
  std::set<base::Date> days{clause.valid.from};
  forEachLeaf(clause, [&](const Criterion& leaf) {
    leaf.comparison.right.forEachParameter([&](criteria::ParameterIndex index) {
      for (const auto& period : catalogue.parameters()[index].periods) {
        if (clause.valid.covers(period.from)) days.insert(period.from);
      }
    });
  });
  return days;
}

/// Checks `requires` for the companies for which `applies_when` holds; false if it reported an
/// issue.
bool checkTogether(const Catalogue& catalogue, const Clause& clause, base::Date day,
                   Report& report) {
  const Possibilities possible(catalogue, day, {&*clause.applies_when, &*clause.requires_});
  const std::string& pointer = clause.requires_->pointer;
  if (!possible.count()) {
    report.add(clause.file, pointer, "too_complex",
               "`applies_when` and `requires` together tell too many answers apart");
    return false;
  }
  bool met = false;
  bool failed = false;
  for (std::size_t i = 0; i < *possible.count(); ++i) {
    if (!possible.holds(*clause.applies_when, i)) continue;
    (possible.holds(*clause.requires_, i) ? met : failed) = true;
  }
  if (met && failed) return true;
  if (met) {
    report.add(clause.file, pointer, "always_true",
               "every company that `applies_when` is about meets `requires`");
  } else {
    report.add(clause.file, pointer, "never_true",
               "no company that `applies_when` is about can meet `requires`");
  }
  return false;
}

void checkMeasure(const Catalogue& catalogue, const Clause& clause, Report& report) {
  const std::set<base::Date> days = daysOfChange(catalogue, clause);
  bool sound = true;
  for (const auto* tree : {&clause.applies_when, &clause.requires_}) {
    if (*tree && !TreeCheck(catalogue, clause.file, days, report).run(**tree)) sound = false;
  }
  if (!sound || !clause.applies_when || !clause.requires_) return;
  // Stops at the first faulty day, because later days would repeat the issue.
  static_cast<void>(std::all_of(days.begin(), days.end(), [&](base::Date day) {
    return checkTogether(catalogue, clause, day, report);
  }));
}

}  // namespace

void checkLogic(const Catalogue& catalogue, Report& report) {
  for (const Clause* clause : catalogue.measures()) checkMeasure(catalogue, *clause, report);
}

}  // namespace policycalc::catalogue

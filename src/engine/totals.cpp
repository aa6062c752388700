#include "engine/totals.h"

#include <map>

namespace policycalc::engine {
namespace {

/// A benefit with its amount for the company.
struct Cash {
  const catalogue::Benefit* benefit = nullptr;
  const AmountAnswer* amount = nullptr;
};

bool isStatedCash(const Cash& cash) {
  return cash.benefit->isCash() && cash.benefit->amount.unit == catalogue::AmountUnit::kCny &&
         cash.benefit->amount.bound != catalogue::Bound::kExample && cash.amount->value.has_value();
}

/// The sum over the outcomes with one verdict.
class Sum {
 public:
  /// Adds an amount. For a group that counts once, keeps the highest until finish().
  void take(const Cash& cash) {
    if (cash.benefit->counted_once.empty()) return add(cash);
    Cash& highest = groups_[cash.benefit->counted_once];
    if (highest.amount == nullptr || highest.amount->value->compare(*cash.amount->value) < 0) {
      highest = cash;
    }
  }

  void finish() {
    for (const auto& [group, cash] : groups_) add(cash);
  }

  const base::Decimal& total() const { return total_; }
  int added() const { return added_; }

 private:
  void add(const Cash& cash) {
    if (cash.amount->paid) return;
    const auto sum = total_.plus(*cash.amount->value);
    if (sum) total_ = *sum;
    ++added_;
  }

  base::Decimal total_;
  int added_ = 0;
  std::map<std::string, Cash, std::less<>> groups_;
};

}  // namespace

Totals totalsOf(const std::vector<Outcome>& outcomes) {
  Totals totals;
  Sum certain;
  Sum conditional;
  for (const Outcome& outcome : outcomes) {
    const bool eligible = outcome.verdict == Verdict::kEligible;
    if (!eligible && outcome.verdict != Verdict::kConditional) continue;
    bool uncounted = false;
    for (std::size_t i = 0; i < outcome.amounts.size(); ++i) {
      const Cash cash{&outcome.measure().benefits[i], &outcome.amounts[i]};
      if (isStatedCash(cash)) (eligible ? certain : conditional).take(cash);
      uncounted = uncounted || (cash.benefit->isCash() &&
                                cash.amount->status == AmountAnswer::Status::kUnstated);
    }
    if (uncounted) ++totals.uncounted;
  }
  certain.finish();
  conditional.finish();
  totals.certain = certain.total();
  totals.conditional = conditional.total();
  totals.certain_awards = certain.added();
  return totals;
}

}  // namespace policycalc::engine

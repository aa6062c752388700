#include "engine/amounts.h"

#include "policycalc/base/money.h"

namespace policycalc::engine {
namespace {

using Stated = catalogue::AmountStatus;

/// A minimum is rounded up and a ceiling down, so that neither promises more than the text.
base::Rounding roundingOf(catalogue::Bound bound) {
  if (bound == catalogue::Bound::kAtLeast) return base::Rounding::kUp;
  return bound == catalogue::Bound::kAtMost ? base::Rounding::kDown : base::Rounding::kHalfUp;
}

using Status = AmountAnswer::Status;

/// The amount that a term gives; unknown while a fact is.
void setValue(const catalogue::Amount& amount, const Edition& edition,
              const facts::Knowledge& knowledge, AmountAnswer& answer) {
  answer.status = Status::kUnknown;
  const auto exact =
      criteria::evaluate(*amount.value, edition.catalogue().symbols(), edition.day(), &knowledge);
  if (!exact || !*exact) return;
  const bool money = amount.unit == catalogue::AmountUnit::kCny;
  const int scale = money ? base::Money::kScale : base::Ratio::kPercentScale;
  const auto units = (*exact)->toUnits(scale, roundingOf(amount.bound));
  if (!units) return;
  answer.value = base::Decimal(*units, scale);
  answer.status = amount.status == Stated::kComputed ? Status::kComputed : Status::kFixed;
}

}  // namespace

void setAmount(const catalogue::Amount& amount, Verdict verdict, const Edition& edition,
               const facts::Knowledge& knowledge, AmountAnswer& answer) {
  const bool refused = verdict == Verdict::kNotEligible || verdict == Verdict::kNotApplicable;
  answer.value.reset();
  answer.status = Status::kNone;
  if (amount.bound == catalogue::Bound::kExample && refused) return;
  switch (amount.status) {
    case Stated::kUnstated:
      answer.status = Status::kUnstated;
      return;
    case Stated::kWaived:
      answer.status = Status::kWaived;
      return;
    case Stated::kNone:
      return;
    case Stated::kFixed:
    case Stated::kComputed:
      setValue(amount, edition, knowledge, answer);
      return;
  }
}

bool dependsOnProfile(const catalogue::Amount& amount) {
  return amount.bound == catalogue::Bound::kExample ||
         (amount.value.has_value() && !amount.value->isConstant());
}

void writeFormula(const catalogue::Amount& amount, const criteria::Wording& wording,
                  const facts::Knowledge& knowledge, AmountAnswer& answer) {
  answer.formula.clear();
  if (answer.status != Status::kComputed && answer.status != Status::kUnknown) return;
  wording.append(answer.formula, &knowledge);
  if (!answer.value) return;
  answer.formula += " = ";
  answer.formula += criteria::toChinese(*answer.value, amount.value->quantity,
                                        amount.unit == catalogue::AmountUnit::kPercentagePoint);
}

}  // namespace policycalc::engine
